package ykien.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import ykien.checking.PhraseList;
import ykien.http.Fault;
import ykien.http.Parameters;
import ykien.http.Request;
import ykien.http.Response;
import ykien.moderation.Paper;
import ykien.moderation.Papers;
import ykien.newsroom.page.NewsroomPages;
import ykien.newsroom.page.PhrasesPage;
import ykien.newsroom.page.PhrasesPage.Telling;
import ykien.newsroom.page.Words;
import ykien.signin.Session;

/// Shows the phrase list and changes it. Whoever changes it says which one they saw: nobody overwrites a colleague's
/// change without having seen it.
final class EditPhrases {
    /// In bytes: the longest list, each letter percent-encoded.
    static final int LARGEST = 512 * 1024;

    private static final String PATH = "/newsroom/phrases";

    private final Papers papers;
    private final NewsroomPages pages;

    EditPhrases(Papers papers, NewsroomPages pages) {
        this.papers = papers;
        this.pages = pages;
    }

    Response show(Request request, Session session) {
        var saved = request.queryParameters().one("saved").isPresent();
        var frame = pages.phrasesFrame(request, session);
        return pages.phrases(PhrasesPage.of(frame, papers.read(Paper.Name.PHRASES), saved));
    }

    Response change(Request request, Session session, Parameters form) {
        var version = Forms.version(form);
        var typed = form.one(PhrasesPage.FIELD).orElse("");
        return switch (PhraseList.parse(typed)) {
            case PhraseList.Outcome.Refused(var faults) -> faulty(request, session, typed, version, faults);
            case PhraseList.Outcome.Read(var list) ->
                tooLong(list.format(), Words.of(request))
                        .map(fault -> faulty(request, session, typed, version, List.of(fault)))
                        .orElseGet(() -> write(request, session, list.format(), version));
        };
    }

    private static Optional<Fault> tooLong(String text, Words words) {
        var length = text.getBytes(UTF_8).length;
        return length <= Paper.LONGEST
                ? Optional.empty()
                : Optional.of(new Fault(
                        PhrasesPage.FIELD,
                        words.say("fault.phrases-long", length / 1000, Paper.LONGEST / 1000),
                        words.say("fault.shorten")));
    }

    /// The version stays the one that was seen: a change by somebody else is still told, once the faults are gone.
    private Response faulty(Request request, Session session, String typed, long version, List<Fault> faults) {
        var seen = new Paper("", version, Optional.empty());
        return page(request, session, typed, seen, faults, Telling.NOTHING).withStatus(422);
    }

    private Response write(Request request, Session session, String text, long version) {
        return switch (papers.write(Paper.Name.PHRASES, text, version, Forms.actor(session.person()))) {
            case Paper.Writing.Done _ -> Response.seeOther(PATH + "?saved=yes");
            case Paper.Writing.Already(var now) ->
                page(request, session, text, now, List.of(), Telling.LATE).withStatus(409);
            case Paper.Writing.Busy _ ->
                page(request, session, text, new Paper("", version, Optional.empty()), List.of(), Telling.BUSY)
                        .withStatus(503)
                        .withHeader("retry-after", "1");
        };
    }

    private Response page(
            Request request, Session session, String text, Paper paper, List<Fault> faults, Telling telling) {
        return pages.phrases(new PhrasesPage(pages.phrasesFrame(request, session), text, paper, faults, telling));
    }
}
