package ykien.newsroom.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import ykien.http.Body;
import ykien.http.Json;
import ykien.http.MediaTypes;
import ykien.http.Problem;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;
import ykien.moderation.ArticleLine;
import ykien.newsroom.page.Frame.Place;
import ykien.newsroom.page.jte.JtecommentpageGenerated;
import ykien.newsroom.page.jte.JteerrorGenerated;
import ykien.newsroom.page.jte.JtelateGenerated;
import ykien.newsroom.page.jte.JtelistGenerated;
import ykien.newsroom.page.jte.JtelogGenerated;
import ykien.newsroom.page.jte.JtephrasesGenerated;
import ykien.newsroom.page.jte.JtesignedoutGenerated;
import ykien.newsroom.page.jte.JteverificationGenerated;
import ykien.page.Dates;
import ykien.signin.Session;

/// Makes the newsroom's pages, in the language of whoever asks.
public final class NewsroomPages {
    private final Site site;
    private final Dates dates;

    /// Pages of this site, with times in this zone.
    public NewsroomPages(Site site, ZoneId zone) {
        this.site = site;
        this.dates = new Dates(zone);
    }

    /// What stands around the page of a list.
    public Frame frame(Request request, Session session, ListQuery query, Optional<ArticleLine> article) {
        var words = Words.of(request);
        return frame(words, Optional.of(session), ListPage.heading(words, query, article), Place.COMMENTS);
    }

    /// What stands around a comment's own page.
    public Frame frame(Request request, Session session, ShownComment shown) {
        var words = Words.of(request);
        var title = words.say("comment.heading", shown.comment().name());
        return frame(words, Optional.of(session), title, Place.COMMENTS);
    }

    /// What stands around the phrase list.
    public Frame phrasesFrame(Request request, Session session) {
        return frame(request, session, "phrases.heading", Place.PHRASES);
    }

    /// What stands around the log.
    public Frame logFrame(Request request, Session session) {
        return frame(request, session, "log.heading", Place.LOG);
    }

    /// What stands around what verifying the log has shown.
    public Frame verificationFrame(Request request, Session session) {
        return frame(request, session, "verification.heading", Place.LOG);
    }

    private Frame frame(Request request, Session session, String heading, Place place) {
        var words = Words.of(request);
        return frame(words, Optional.of(session), words.say(heading), place);
    }

    private Frame frame(Words words, Optional<Session> session, String title, Place place) {
        return new Frame(words, site.name(), titled(words, title), session, place);
    }

    /// A page of comments.
    public Response list(ListPage page) {
        return html(to -> JtelistGenerated.render(to, null, page.told(), dates));
    }

    /// One comment.
    public Response comment(CommentPage page) {
        return html(to -> JtecommentpageGenerated.render(to, null, page, dates));
    }

    /// What became of a decision about several comments.
    public Response late(LatePage page) {
        return html(to -> JtelateGenerated.render(to, null, page, dates)).withStatus(409);
    }

    /// The phrase list.
    public Response phrases(PhrasesPage page) {
        return html(to -> JtephrasesGenerated.render(to, null, page, dates));
    }

    /// A page of the decision log.
    public Response log(LogView view) {
        return html(to -> JtelogGenerated.render(to, null, view, dates));
    }

    /// What verifying the log has shown.
    public Response verification(VerificationView view) {
        return html(to -> JteverificationGenerated.render(to, null, view));
    }

    /// What somebody sees who has signed out.
    ///
    /// @param atProvider where their session at the identity provider ends, if it has a place for that
    public Response signedOut(Request request, Optional<URI> atProvider) {
        var words = Words.of(request);
        var frame = frame(words, Optional.empty(), words.say("signed-out.title"), Place.NOWHERE);
        return html(to -> JtesignedoutGenerated.render(to, null, frame, atProvider));
    }

    /// Why a request was refused, for programs as JSON and for people as a page.
    public Response problem(Request request, Problem problem) {
        return problem(request, Optional.empty(), problem);
    }

    /// The same for who is signed in.
    public Response problem(Request request, Session session, Problem problem) {
        return problem(request, Optional.of(session), problem);
    }

    private Response problem(Request request, Optional<Session> session, Problem problem) {
        var words = Words.of(request);
        var translated = words.translated(request, problem);
        var answer = isProgram(request)
                ? Json.problem(request, translated)
                : page(ErrorPage.of(frame(words, session, translated.title(), Place.NOWHERE), request, translated));
        return problem.allow().map(allow -> answer.withHeader("allow", allow)).orElse(answer);
    }

    private static boolean isProgram(Request request) {
        return Words.isOfProgram(request) || request.prefersJson();
    }

    private static Response page(ErrorPage page) {
        return html(to -> JteerrorGenerated.render(to, null, page))
                .withStatus(page.problem().status());
    }

    private String titled(Words words, String title) {
        return title + " – " + words.say("desk") + ", " + site.name();
    }

    private static Response html(Consumer<OwaspHtmlTemplateOutput> template) {
        var bytes = new Utf8ByteOutput();
        template.accept(new OwaspHtmlTemplateOutput(bytes));
        return Response.ok(MediaTypes.HTML, Body.of(bytes.toByteArray()));
    }
}
