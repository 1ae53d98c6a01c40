import type { ComponentChildren } from 'preact';

/** Whether an address may become a link: pages can name any scheme, we open web pages only. */
export function isWebAddress(url: string | null): url is string {
  if (url === null) return false;
  const protocol = URL.parse(url)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}

interface ExternalLinkProps {
  url: string | null;
  onOpenLink: (url: string) => void;
  children: ComponentChildren;
}

/** A link to somebody else's page, opened in a new tab without referrer; plain text where the address is no web address. */
export function ExternalLink({ url, onOpenLink, children }: ExternalLinkProps) {
  if (!isWebAddress(url)) return <span>{children}</span>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
      onClick={(event) => {
        event.preventDefault();
        onOpenLink(url);
      }}
    >
      {children}
    </a>
  );
}
