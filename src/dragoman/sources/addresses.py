"""Which network addresses may be fetched from: public ones only."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

# Not every Python calls these private: shared space of carriers (RFC 6598), protocol assignments,
# benchmarks (RFC 2544), reserved space, and IPv6's site-local and discard prefixes.
_REFUSED = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "fec0::/10", "100::/64", "2001:db8::/32", "5f00::/16",
    )
)  # fmt: skip
# IPv6 prefixes that carry an IPv4 address in their last 32 bits: NAT64 (RFC 6052, 8215) and the
# old IPv4-compatible form.
_CARRIERS = (
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("::/96"),
)


def is_public(address: str) -> bool:
    """Whether ``address`` (IPv4 or IPv6, in numbers) is one of the public internet's.

    False for private, loopback, link-local, multicast, reserved and unspecified addresses, and for
    IPv6 addresses that carry such an IPv4 address within.
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(map(_is_public, (parsed, *_carried(parsed))))


def _is_public(address: Address) -> bool:
    refused = any(address in block for block in _REFUSED if block.version == address.version)
    special = (
        address.is_multicast or address.is_reserved or address.is_loopback or address.is_link_local
    )
    # A mapped address is judged by what it carries; as such Python calls it reserved.
    if isinstance(address, IPv6Address) and _carried(address):
        return not (address.is_loopback or address.is_unspecified)
    return address.is_global and not (refused or special)


def _carried(address: Address) -> tuple[IPv4Address, ...]:
    if not isinstance(address, IPv6Address):
        return ()
    inner = [address.ipv4_mapped, address.sixtofour]
    if address.teredo:
        inner += address.teredo
    if any(address in carrier for carrier in _CARRIERS):
        inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(part for part in inner if part is not None)
