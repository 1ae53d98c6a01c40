/**
 * Version 10: rows of articles of packs without text are bare bytes, and the index of terms finds articles of packs by
 * address. Those that came before are read and found as they were; the number alone keeps older versions away.
 */
export function bareRows(): void {}
