package ykien.checking;

import java.util.Set;

/// What the Internet calls its places by.
final class Address {
    /// Last parts of names that are no Vietnamese syllables, so that a sentence without a space behind its full stop is
    /// no link. Not all that there are: those that comments in Vietnamese advertise.
    private static final Set<String> TOP_LEVELS = Set.of(
            "com", "net", "org", "vn", "info", "biz", "edu", "gov", "xyz", "top", "club", "online", "site", "shop",
            "store", "link", "click", "live", "vip", "pro", "app", "dev", "asia", "win", "bet", "fun", "icu", "tk",
            "ru", "cn", "jp", "kr", "uk", "eu", "de", "tech", "blog", "cloud", "website", "space", "mobi", "casino",
            "game", "games", "loan", "money", "cash", "credit", "life", "world", "today", "news", "work", "page");

    /// Those that are syllables too, as in t.me or bit.ly: a link only with a path behind it.
    private static final Set<String> SHORT_TOP_LEVELS = Set.of(
            "me", "ly", "co", "to", "la", "ai", "im", "in", "is", "it", "io", "us", "be", "tv", "gl", "gg", "fm", "cc",
            "gd", "do", "ws", "sh", "id", "my", "so");

    private static final Set<String> SCHEMES = Set.of("http", "https", "hxxp", "hxxps", "ftp");

    private static final Set<String> DOT_WORDS = Set.of("chấm", "cham", "dot");

    private Address() {}

    static boolean isTopLevel(String label) {
        return TOP_LEVELS.contains(label);
    }

    static boolean isShortTopLevel(String label) {
        return SHORT_TOP_LEVELS.contains(label);
    }

    static boolean isScheme(String word) {
        return SCHEMES.contains(word);
    }

    /// Whether a dot is spelt so.
    static boolean isDotWord(String word) {
        return DOT_WORDS.contains(word);
    }
}
