package ykien.challenge;

/// In which form a challenge was answered.
public enum Medium {
    /// The symbols of the picture were typed.
    PICTURE,

    /// The digits of the sound were typed.
    SOUND
}
