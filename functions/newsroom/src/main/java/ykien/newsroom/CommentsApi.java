package ykien.newsroom;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ykien.comment.CommentId;
import ykien.http.Fault;
import ykien.http.JsonBody;
import ykien.http.Limits;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.moderation.Decision;
import ykien.moderation.Moderation;
import ykien.moderation.Note;
import ykien.moderation.Outcome;
import ykien.moderation.Seen;
import ykien.newsroom.page.BulkForm;
import ykien.newsroom.page.ListQuery;
import ykien.newsroom.page.RefusalForm;
import ykien.newsroom.page.ReplyForm;
import ykien.newsroom.page.Words;
import ykien.page.Dates;
import ykien.signin.Person;

/// Comments for programs: listed, read, decided about and answered as JSON; described in openapi.json.
final class CommentsApi {
    private static final String JSON = "application/json";
    private static final Set<String> VERSION = Set.of("version");

    private final Review review;
    private final CommentLists lists;
    private final Moderation moderation;
    private final CommentJson json;

    CommentsApi(Review review, CommentLists lists, Moderation moderation, ZoneId zone) {
        this.review = review;
        this.lists = lists;
        this.moderation = moderation;
        this.json = new CommentJson(new Dates(zone));
    }

    Response list(Request request) {
        var query = ListQuery.of(request.queryParameters());
        var part = lists.part(query);
        return json.list(query, part, review.shown(part.comments()));
    }

    Response show(Request request) {
        return one(Review.id(request));
    }

    Response decide(Request request, Person person) {
        var id = Review.id(request);
        var fields = fields(request, Set.of(SentDecision.FIELD, RefusalForm.REASON_FIELD, RefusalForm.NOTE_FIELD));
        var seen = new Seen(id, version(fields));
        review.admit(person, List.of(seen));
        return switch (SentDecision.read(field -> Optional.ofNullable(fields.get(field)), Words.of(request))) {
            case SentDecision.Complete complete -> {
                var outcome = moderation.decide(seen, complete.decision(), Forms.actor(person));
                yield DecisionCount.on(told(outcome), complete.decision(), List.of(outcome));
            }
            case SentDecision.Faulty(var form) -> throw faulty(form.fault().orElseThrow());
        };
    }

    Response reply(Request request, Person person) {
        var id = Review.id(request);
        var fields = fields(request, Set.of(ReplyForm.FIELD));
        var seen = new Seen(id, version(fields));
        var text = Note.typed(fields.getOrDefault(ReplyForm.FIELD, ""));
        WriteReply.fault(text, Words.of(request)).ifPresent(fault -> {
            throw faulty(fault);
        });
        return told(moderation.decide(seen, new Decision.Reply(text), Forms.actor(person)));
    }

    private static Map<String, String> fields(Request request, Set<String> texts) {
        Limits.refuseOtherThan(request, JSON);
        return JsonBody.members(request.body(), texts, VERSION);
    }

    private static long version(Map<String, String> fields) {
        return Optional.ofNullable(fields.get("version"))
                .flatMap(BulkForm::version)
                .orElseThrow(Forms::noVersion);
    }

    private static Refusal faulty(Fault fault) {
        return new Refusal(Problem.unprocessable(List.of(fault)));
    }

    private Response told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided -> one(decided.comment());
            case Outcome.Needless needless -> one(needless.comment());
            case Outcome.Already _ ->
                throw new Refusal(
                        Problem.of(
                                409,
                                "decided-already",
                                "Đã có người làm trước",
                                "Ý kiến đã đổi sau phiên bản mà bạn gửi, nên chưa có gì được ghi. Hãy đọc lại ý kiến rồi gửi phiên bản mới."));
            case Outcome.Busy _ -> throw Forms.busy();
            case Outcome.Unknown _ -> throw Review.unknown();
        };
    }

    private Response one(CommentId id) {
        var shown = review.comment(id);
        return json.one(shown, review.reports(shown));
    }
}
