/**
 * Whether a host is of the reader's own machine or network, as far as its name tells: numbers of private, loopback and
 * link-local ranges (RFC 1918, 3927, 4193, 4291, 6598), `localhost`, single labels and names that are only known at home.
 * `URL` has written every spelling of an IPv4 number (hexadecimal, octal, one long number) as four parts by then.
 */
export function isPrivateAddress(url: string): boolean {
  const host = URL.parse(url)?.hostname.replace(/\.$/, '') ?? '';
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1));
  const parts = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (parts) return isPrivateV4(Number(parts[1]), Number(parts[2]));
  return (
    !host.includes('.') ||
    /\.(?:local|localhost|internal|lan|home|home\.arpa|intranet|corp|private)$/.test(host)
  );
}

function isPrivateV4(first: number, second: number): boolean {
  if (first === 0 || first === 10 || first === 127 || first >= 224) return true;
  if (first === 100) return second >= 64 && second < 128;
  if (first === 169) return second === 254;
  if (first === 172) return second >= 16 && second < 32;
  return first === 192 && second === 168;
}

/** Global addresses begin with 2 or 3 (2000::/3); of these, none holds a private IPv4 number that a browser would go to. */
function isPrivateV6(host: string): boolean {
  return !/^[23][\da-f]{3}:/.test(host) || host.startsWith('2002:');
}
