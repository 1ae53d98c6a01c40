import { Foreign, useSay } from '@/components/ui';

/** Who publishes, as the source states it; the address's host where no name is stated. */
export function OutletName({ outlet, url }: { outlet: string | null; url: string | null }) {
  const say = useSay();
  const name = outlet ?? (url === null ? null : (URL.parse(url)?.hostname ?? null));
  return name === null ? <span>{say('report_outlet_unknown')}</span> : <Foreign text={name} />;
}
