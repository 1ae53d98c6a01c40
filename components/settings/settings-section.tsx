import type { ComponentChildren } from 'preact';

interface SettingsSectionProps {
  /** The anchor the list of sections leads to. */
  id: string;
  heading: string;
  children: ComponentChildren;
}

export function SettingsSection({ id, heading, children }: SettingsSectionProps) {
  return (
    <section class="settings-section" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      {children}
    </section>
  );
}
