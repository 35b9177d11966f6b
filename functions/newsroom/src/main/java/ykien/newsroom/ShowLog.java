package ykien.newsroom;

import ykien.decisionlog.DecisionLog;
import ykien.http.Request;
import ykien.http.Response;
import ykien.newsroom.page.LogQuery;
import ykien.newsroom.page.LogView;
import ykien.newsroom.page.NewsroomPages;
import ykien.signin.Desk;
import ykien.signin.Session;

/// One page of the decision log: one query.
final class ShowLog implements Desk.Work {
    private final DecisionLog log;
    private final NewsroomPages pages;

    ShowLog(DecisionLog log, NewsroomPages pages) {
        this.log = log;
        this.pages = pages;
    }

    @Override
    public Response answer(Request request, Session session) {
        var query = LogQuery.of(request.queryParameters());
        return pages.log(new LogView(pages.logFrame(request, session), query, log.page(query.filter(), query.below())));
    }
}
