package ykien.limit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Where a request comes from, as far as limits tell sources apart: one IPv4 address or one IPv6 /64, which is what a
/// household or a telephone gets; and the network around it, a /24 or a /48, which is what one provider's customer may
/// choose addresses from. It is personal data, and prints as such.
///
/// @param network the /24 or /48, in hexadecimal
/// @param host the /32 or /64, in hexadecimal
public record Source(String network, String host) {
    /// Whatever has no address that makes sense: all of it together is one source.
    public static final Source UNKNOWN = new Source("", "");

    /// The longest text of an address: six groups and an IPv4 address (RFC 4291, section 2.2).
    private static final int LONGEST = 45;

    private static final int IPV4 = 4;

    /// The source that has this address. No name is ever looked up: only literals are read (RFC 4291, section 2.2; IPv4
    /// as four decimal numbers). An IPv4 address in IPv6's clothes, `::ffff:192.0.2.1`, is the IPv4 address.
    public static Source of(String address) {
        if (address.length() > LONGEST || !address.chars().allMatch(Source::standsInAddresses)) {
            return UNKNOWN;
        }
        if (address.indexOf(':') < 0 && address.chars().filter(c -> c == '.').count() != IPV4 - 1) {
            return UNKNOWN; // `ofLiteral` also takes 192.168 for 192.0.0.168
        }
        try {
            return of(InetAddress.ofLiteral(address).getAddress());
        } catch (IllegalArgumentException _) {
            return UNKNOWN;
        }
    }

    private static Source of(byte[] address) {
        return address.length == IPV4 ? new Source(hex(address, 3), hex(address, 4)) : ipv6(address);
    }

    private static Source ipv6(byte[] address) {
        return new Source(hex(address, 6), hex(address, 8));
    }

    private static String hex(byte[] address, int length) {
        return HexFormat.of().formatHex(Arrays.copyOf(address, length));
    }

    /// Neither a zone (`%eth0`) nor brackets.
    private static boolean standsInAddresses(int c) {
        return (c < 128 && Character.digit(c, 16) >= 0) || c == ':' || c == '.';
    }

    @Override
    public String toString() {
        return "Source[hidden]";
    }
}
