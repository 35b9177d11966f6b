package ykien.checking;

/// Looks for one kind of thing.
interface Finder {
    /// Notes what it finds, from the front, until the notes are full. The steps that it takes are in proportion to the
    /// text.
    void find(Typed typed, Budget budget, Notes notes);
}
