/** Who publishes. Two articles are of the same outlet when their outlets' keys are equal; an absent outlet equals nothing. */
export interface Outlet {
  /** Identity: registrable domain (`example.org`), host on a multi-tenant platform (`jane.substack.com`), or folded name where no address is known. */
  key: string;
  /** What a reader sees: the name of the outlet table, else as stated. */
  name: string;
  /** A carrier (aggregator, AMP cache, short link) shows other outlets' articles under its own address. */
  kind: 'publisher' | 'agency' | 'carrier';
  /** Owner family by the outlet table, where known. */
  owner: string | null;
}
