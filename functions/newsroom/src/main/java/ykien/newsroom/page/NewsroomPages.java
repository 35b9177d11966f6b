package ykien.newsroom.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import ykien.http.Body;
import ykien.http.MediaTypes;
import ykien.http.Response;
import ykien.http.Site;
import ykien.newsroom.page.jte.JtefirstGenerated;
import ykien.newsroom.page.jte.JtesignedoutGenerated;
import ykien.signin.Session;

/// Makes the newsroom's pages. None of them may be stored.
public final class NewsroomPages {
    private final Site site;

    /// Pages of this site.
    public NewsroomPages(Site site) {
        this.site = site;
    }

    /// The newsroom's first page.
    public Response first(Session session) {
        return html(to -> JtefirstGenerated.render(to, null, site.name(), session));
    }

    /// What somebody sees who has signed out.
    ///
    /// @param atProvider where their session at the identity provider ends, if it has a place for that
    public Response signedOut(Optional<URI> atProvider) {
        return html(to -> JtesignedoutGenerated.render(to, null, site.name(), atProvider));
    }

    private static Response html(Consumer<OwaspHtmlTemplateOutput> template) {
        var bytes = new Utf8ByteOutput();
        template.accept(new OwaspHtmlTemplateOutput(bytes));
        return Response.ok(MediaTypes.HTML, Body.of(bytes.toByteArray())).withHeader("cache-control", "no-store");
    }
}
