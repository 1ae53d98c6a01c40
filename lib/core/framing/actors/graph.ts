/** Which keys name one actor: a union of sets, each known by its first member. */
export class AliasGraph {
  readonly #parent = new Map<string, string>();

  /** The key that stands for all keys joined with this one. */
  find(key: string): string {
    let root = key;
    for (let up = this.#parent.get(root); up !== undefined; up = this.#parent.get(root)) root = up;
    for (let at = key; at !== root; ) {
      const up = this.#parent.get(at)!;
      this.#parent.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one !== other) this.#parent.set(other, one);
  }
}
