package ykien.newsroom.page;

import java.util.Optional;
import ykien.decisionlog.Verification;

/// What verifying the log has shown.
public record VerificationView(Frame frame, Verification verification) {
    /// Whether there is no reason to worry; where it isn't finished, so far.
    public boolean isGood() {
        return verification instanceof Verification.Intact || verification instanceof Verification.Continues;
    }

    /// In one sentence.
    public String verdict() {
        var words = frame.words();
        return switch (verification) {
            case Verification.Continues(var progress) -> words.say("verification.continues", progress.through());
            case Verification.Intact intact -> words.count("verification.intact", intact.entries());
            case Verification.Unwitnessed unwitnessed -> words.count("verification.unwitnessed", unwitnessed.entries());
            case Verification.Broken(var number, var how) ->
                words.say("verification.broken", number, words.name("verification.break", how));
            case Verification.Truncated(var entries, var witnessed) ->
                words.say("verification.truncated", entries, witnessed);
            case Verification.Contradicted contradicted ->
                words.say("verification.contradicted", contradicted.number());
        };
    }

    /// What follows from it.
    public String meaning() {
        var words = frame.words();
        return switch (verification) {
            case Verification.Continues _ -> words.say("verification.continues-meaning");
            case Verification.Intact intact ->
                words.say("verification.intact-meaning", intact.witnessed(), intact.hash());
            case Verification.Unwitnessed unwitnessed ->
                words.say(
                        "verification.unwitnessed-meaning",
                        words.name("verification.silence", unwitnessed.why()),
                        unwitnessed.hash());
            case Verification.Broken _, Verification.Truncated _ -> words.say("verification.broken-meaning");
            case Verification.Contradicted contradicted ->
                words.say("verification.contradicted-meaning", contradicted.hash(), contradicted.witnessed());
        };
    }

    /// Where verifying goes on; empty where it is finished.
    public Optional<String> goesOn() {
        return verification instanceof Verification.Continues(var progress)
                ? Optional.of("/newsroom/log/verification?through=" + progress.through() + "&witnessed="
                        + (progress.witnessed() ? "yes" : "no"))
                : Optional.empty();
    }
}
