package ykien.decisionlog;

import java.util.Arrays;
import java.util.Optional;

/// What the newsroom does that the log keeps. The keys stand in the log for ever: never change one, never use one
/// again.
public enum What {
    /// A comment is shown to readers.
    APPROVE("approve"),
    /// A comment is not shown, for a reason.
    REFUSE("refuse"),
    /// A comment is refused as spam.
    SPAM("spam"),
    /// The last decision about a comment is taken back.
    UNDO("undo"),
    /// A comment that readers reported stays.
    KEEP("keep"),
    /// The newsroom's reply is written or changed.
    REPLY("reply"),
    /// The newsroom's reply is taken away.
    REMOVE_REPLY("remove-reply"),
    /// A comment becomes an editor's pick.
    PICK("pick"),
    /// A comment is a pick no longer.
    UNPICK("unpick"),
    /// A sender's e-mail address and phone number were asked for.
    SHOW_CONTACT("show-contact"),
    /// An article takes no comments any more.
    CLOSE_COMMENTS("close-comments"),
    /// An article takes comments again.
    OPEN_COMMENTS("open-comments"),
    /// The phrase list is another one.
    CHANGE_PHRASES("change-phrases"),
    /// The settings are others.
    CHANGE_SETTINGS("change-settings");

    private final String key;

    What(String key) {
        this.key = key;
    }

    /// As it stands in the log: small letters and hyphens.
    public String key() {
        return key;
    }

    /// What has this key; empty for a key that a later version of the newspaper may have written.
    public static Optional<What> of(String key) {
        return Arrays.stream(values()).filter(what -> what.key.equals(key)).findFirst();
    }
}
