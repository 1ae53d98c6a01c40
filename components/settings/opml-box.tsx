import { Button, FileField, useSay } from '@/components/ui';
import type { FeedChoice } from '@/lib/app/messaging';
import { plural } from '@/lib/core/report';

interface OpmlBoxProps {
  /** What was read of a file, until the reader follows it. */
  read: { feeds: FeedChoice[]; notTaken: number } | null;
  /** Whether there is anything to export. */
  any: boolean;
  onRead: (file: File) => void;
  /** Must ask the browser for all origins at once. */
  onFollow: (feeds: FeedChoice[]) => void;
  onExport: () => void;
}

/** Lists of feeds in and out, as other feed readers write them. */
export function OpmlBox({ read, any, onRead, onFollow, onExport }: OpmlBoxProps) {
  const say = useSay();
  return (
    <>
      <FileField
        id="opml-file"
        words={say('feed_opml_what')}
        accept=".opml,.xml"
        onFiles={([file]) => file && onRead(file)}
      />
      <div role="status">
        {read !== null && (
          <p class="note">
            {plural(say, 'feed_opml_read', read.feeds.length)}{' '}
            {read.notTaken > 0 && plural(say, 'feed_opml_not_taken', read.notTaken)}{' '}
            {read.feeds.length > 0 && (
              <Button look="main" onClick={() => onFollow(read.feeds)}>
                {say('feed_opml_follow')}
              </Button>
            )}
          </p>
        )}
      </div>
      <Button disabled={!any} onClick={onExport}>
        {say('feed_opml_export')}
      </Button>
    </>
  );
}
