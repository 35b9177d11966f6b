package ykien.local;

import ykien.checking.PhraseList;
import ykien.decisionlog.Actor;
import ykien.moderation.Paper;
import ykien.moderation.Papers;

/// The phrase list that the checker has on this machine, until somebody changes it.
final class SamplePhrases {
    private static final Actor EDITOR = new Actor(SamplePerson.EDITOR.subject(), SamplePerson.EDITOR.displayName);

    private SamplePhrases() {}

    /// Where tables are kept from one start to the next, the list that is there already is left alone.
    static void into(Papers papers) {
        if (papers.read(Paper.Name.PHRASES).version() == 0) {
            papers.write(Paper.Name.PHRASES, PhraseList.sample().format(), 0, EDITOR);
        }
    }
}
