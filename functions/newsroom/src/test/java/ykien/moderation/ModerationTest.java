package ykien.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import ykien.article.CommentPeriod;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.comment.PublicComment;
import ykien.comment.PublicReply;
import ykien.decisionlog.Entry;
import ykien.decisionlog.Verification;
import ykien.decisionlog.What;
import ykien.moderation.Decision.Approve;
import ykien.moderation.Decision.Keep;
import ykien.moderation.Decision.Pick;
import ykien.moderation.Decision.Refuse;
import ykien.moderation.Decision.RemoveReply;
import ykien.moderation.Decision.Reply;
import ykien.moderation.Decision.Spam;
import ykien.moderation.Decision.Undo;
import ykien.moderation.Decision.Unpick;
import ykien.moderation.Outcome.Already;
import ykien.moderation.Outcome.Decided;
import ykien.moderation.Outcome.Needless;
import ykien.moderation.Outcome.Unknown;

class ModerationTest {
    private static final Refuse INSULT = new Refuse(Reason.INSULT, Note.typed("Gọi tên người khác"));
    private static final Reply REPLY = new Reply(Note.typed("Cảm ơn bạn."));

    private final Newsroom newsroom = new Newsroom();

    @Nested
    class A_waiting_comment {
        private final CommentId id = newsroom.comment("Bài hay.");

        @Test
        void once_approved_is_where_readers_see_it_and_in_no_other_pile() {
            assertThat(newsroom.shown(Newsroom.ARTICLE)).isEmpty();

            assertThat(newsroom.decide(id, new Approve(), Newsroom.LAN)).isEqualTo(new Decided(id, State.APPROVED, 1));
            assertThat(newsroom.shown(Newsroom.ARTICLE))
                    .containsExactly(new PublicComment(
                            id,
                            "Hoa",
                            Optional.of("Về bài báo"),
                            "Bài hay.",
                            Newsroom.START.plusSeconds(1),
                            Optional.empty(),
                            false));
            assertThat(newsroom.all(new Listing.Whole(State.WAITING))).isEmpty();
            assertThat(newsroom.all(new Listing.Whole(State.APPROVED)))
                    .extracting(Moderated::id)
                    .containsExactly(id);
        }

        @Test
        void once_approved_shows_readers_neither_email_nor_phone() {
            newsroom.decide(id, new Approve(), Newsroom.LAN);

            var index = newsroom.client.scan(r -> r.tableName("CommentsTable").indexName("byArticle"));
            assertThat(index.items()).singleElement().satisfies(item -> {
                assertThat(item).containsOnlyKeys("id", "article", "shownAt", "shown");
                assertThat(item.toString()).doesNotContain("vidu.vn", "0912345678");
            });
        }

        @Test
        void once_approved_is_counted_for_its_article_and_its_sender() {
            newsroom.decide(id, new Approve(), Newsroom.LAN);

            assertThat(newsroom.count(Newsroom.ARTICLE)).isEqualTo(1);
            assertThat(newsroom.count(Newsroom.OTHER_ARTICLE)).isZero();
            assertThat(newsroom.find(newsroom.comment("Lần nữa.")).sender()).isEqualTo(new SenderCounts(1, 0, 0));
            assertThat(newsroom.find(newsroom.comment(Newsroom.ARTICLE, "khac@vidu.vn", "Tôi."))
                            .sender())
                    .isEqualTo(SenderCounts.NONE);
        }

        @Test
        void once_refused_is_not_where_readers_see_it_and_says_why() {
            newsroom.wait(Duration.ofMinutes(5));
            assertThat(newsroom.decide(id, INSULT, Newsroom.MINH)).isEqualTo(new Decided(id, State.REFUSED, 1));

            assertThat(newsroom.shown(Newsroom.ARTICLE)).isEmpty();
            assertThat(newsroom.count(Newsroom.ARTICLE)).isZero();
            assertThat(newsroom.find(id).standing().ruling())
                    .hasValue(new Ruling(
                            "Minh",
                            Newsroom.START.plusSeconds(301),
                            Optional.of(Reason.INSULT),
                            Note.typed("Gọi tên người khác")));
            assertThat(newsroom.find(id).sender()).isEqualTo(new SenderCounts(0, 1, 0));
        }

        @Test
        void once_refused_as_spam_is_counted_as_that() {
            assertThat(newsroom.decide(id, new Spam(), Newsroom.LAN)).isEqualTo(new Decided(id, State.REFUSED, 1));

            assertThat(newsroom.find(id).standing().spam()).isTrue();
            assertThat(newsroom.find(id).sender()).isEqualTo(new SenderCounts(0, 0, 1));
        }

        @ParameterizedTest
        @MethodSource("ykien.moderation.ModerationTest#rulings")
        void keeps_all_that_the_reader_sent(Decision decision) {
            var names = List.of(
                    "article", "submittedAt", "name", "title", "email", "phone", "content", "answeredBy", "sender");
            var before = names.stream().map(name -> newsroom.text(id, name)).toList();
            newsroom.decide(id, decision, Newsroom.LAN);

            assertThat(names).extracting(name -> newsroom.text(id, name)).isEqualTo(before);
        }

        @ParameterizedTest
        @MethodSource("ykien.moderation.ModerationTest#needlessWhileWaiting")
        void has_nothing_to_take_back_to_keep_or_to_pick(Decision decision) {
            assertThat(newsroom.decide(id, decision, Newsroom.LAN)).isEqualTo(new Needless(id, State.WAITING, 0));
            assertThat(newsroom.log()).isEmpty();
        }

        @Test
        void that_came_before_senders_were_known_gets_its_sender_when_it_is_decided_about() {
            newsroom.client.updateItem(
                    r -> r.tableName("CommentsTable").key(DeskItem.key(id)).updateExpression("REMOVE sender"));
            newsroom.decide(id, new Approve(), Newsroom.LAN);

            assertThat(newsroom.idsIn("bySender")).contains(id.value());
            assertThat(newsroom.find(id).sender()).isEqualTo(new SenderCounts(1, 0, 0));
        }
    }

    static Stream<Decision> rulings() {
        return Stream.of(new Approve(), INSULT, new Spam());
    }

    static Stream<Decision> needlessWhileWaiting() {
        return Stream.of(new Undo(), new Keep(), new Pick(), new Unpick(), new RemoveReply());
    }

    @Nested
    class A_decision {
        private final CommentId id = newsroom.comment("Bài hay.");

        static Stream<Arguments> pairs() {
            return rulings().flatMap(first -> rulings().map(second -> Arguments.of(first, second)));
        }

        /// Whatever comes after whatever, and is taken back: what readers see and what is counted is what was before.
        @ParameterizedTest
        @MethodSource("pairs")
        void that_is_taken_back_leaves_everything_as_it_was(Decision first, Decision second) {
            newsroom.decide(id, first, Newsroom.LAN);
            var before = newsroom.find(id);
            var shown = newsroom.shown(Newsroom.ARTICLE);
            if (newsroom.decide(id, second, Newsroom.MINH) instanceof Needless) {
                return;
            }

            assertThat(newsroom.decide(id, new Undo(), Newsroom.LAN)).isInstanceOf(Decided.class);
            var after = newsroom.find(id);
            assertThat(after.standing())
                    .returns(before.standing().state(), Standing::state)
                    .returns(before.standing().spam(), Standing::spam)
                    .returns(before.standing().ruling(), Standing::ruling)
                    .returns(3L, Standing::version)
                    .returns(false, Standing::undoable);
            assertThat(after.sender()).isEqualTo(before.sender());
            assertThat(newsroom.shown(Newsroom.ARTICLE)).isEqualTo(shown);
            assertThat(newsroom.count(Newsroom.ARTICLE)).isEqualTo(shown.size());
        }

        @ParameterizedTest
        @MethodSource("ykien.moderation.ModerationTest#rulings")
        void that_is_taken_back_lets_the_comment_wait_again(Decision decision) {
            newsroom.decide(id, decision, Newsroom.LAN);
            assertThat(newsroom.decide(id, new Undo(), Newsroom.MINH)).isEqualTo(new Decided(id, State.WAITING, 2));

            assertThat(newsroom.find(id).standing().ruling()).isEmpty();
            assertThat(newsroom.find(id).sender()).isEqualTo(SenderCounts.NONE);
            assertThat(newsroom.shown(Newsroom.ARTICLE)).isEmpty();
            assertThat(newsroom.count(Newsroom.ARTICLE)).isZero();
            assertThat(newsroom.all(new Listing.Whole(State.WAITING)))
                    .extracting(Moderated::id)
                    .containsExactly(id);
            assertThat(newsroom.decide(id, new Undo(), Newsroom.MINH)).isEqualTo(new Needless(id, State.WAITING, 2));
        }

        @ParameterizedTest
        @MethodSource("ykien.moderation.ModerationTest#rulings")
        void sent_twice_by_the_same_person_is_decided_once(Decision decision) {
            var seen = newsroom.find(id).seen();
            var first = newsroom.moderation.decide(seen, decision, Newsroom.LAN);

            assertThat(newsroom.moderation.decide(seen, decision, Newsroom.LAN))
                    .isEqualTo(first)
                    .isInstanceOf(Decided.class);
            assertThat(newsroom.log()).hasSize(1);
        }

        @Test
        void by_somebody_else_first_is_told_and_nothing_is_overwritten() {
            var seen = newsroom.find(id).seen();
            newsroom.moderation.decide(seen, INSULT, Newsroom.LAN);
            var latest = new Latest(What.REFUSE, "Lan", newsroom.instant());
            newsroom.wait(Duration.ofMinutes(1));

            for (var decision : List.of(new Approve(), INSULT, new Spam(), new Undo(), REPLY)) {
                assertThat(newsroom.moderation.decide(seen, decision, Newsroom.MINH))
                        .isEqualTo(new Already(id, State.REFUSED, 1, Optional.of(latest)));
            }
            assertThat(newsroom.shown(Newsroom.ARTICLE)).isEmpty();
            assertThat(newsroom.log()).hasSize(1);
        }

        @Test
        void by_the_same_person_but_another_one_is_told() {
            var seen = newsroom.find(id).seen();
            newsroom.moderation.decide(seen, INSULT, Newsroom.LAN);

            assertThat(newsroom.moderation.decide(seen, new Refuse(Reason.OFF_TOPIC, Note.NONE), Newsroom.LAN))
                    .isInstanceOf(Already.class);
        }

        @Test
        void of_a_version_that_never_was_is_told() {
            assertThat(newsroom.moderation.decide(new Seen(id, 7), new Approve(), Newsroom.LAN))
                    .isEqualTo(new Already(id, State.WAITING, 0, Optional.empty()));
        }

        @Test
        void that_changes_nothing_is_needless() {
            newsroom.decide(id, new Approve(), Newsroom.LAN);

            assertThat(newsroom.decide(id, new Approve(), Newsroom.MINH))
                    .isEqualTo(new Needless(id, State.APPROVED, 1));
        }

        @Test
        void about_an_unknown_comment_is_told() {
            var unknown = CommentId.random();

            assertThat(newsroom.moderation.decide(new Seen(unknown, 0), new Approve(), Newsroom.LAN))
                    .isEqualTo(new Unknown(unknown));
            assertThat(newsroom.scan("CommentsTable")).hasSize(1);
        }

        @Test
        void about_a_comment_whose_article_is_gone_is_made_all_the_same() {
            var orphan = newsroom.comment(new Slug("khong-con"), "hoa@vidu.vn", "Ở đâu?");

            assertThat(newsroom.decide(orphan, new Approve(), Newsroom.LAN))
                    .isEqualTo(new Decided(orphan, State.APPROVED, 1));
            assertThat(newsroom.find(orphan).article())
                    .isEqualTo(new ArticleLine(new Slug("khong-con"), Optional.empty(), false));
            assertThat(newsroom.scan("ArticlesTable")).hasSize(2);
        }
    }

    @Nested
    class Every_decision {
        @Test
        void is_in_the_log_with_all_that_it_changed_and_nothing_that_stayed() {
            var id = newsroom.comment("Bài hay.");
            for (var decision : List.of(
                    new Approve(),
                    REPLY,
                    new Pick(),
                    INSULT,
                    new Spam(),
                    new Undo(),
                    INSULT,
                    new Approve(),
                    new Undo())) {
                newsroom.decide(id, decision, Newsroom.LAN);
            }

            var facts = new HashMap<String, String>();
            facts.put("version", "0");
            facts.put("state", "waiting");
            for (var entry : newsroom.log()) {
                assertThat(facts).as(entry.what()).containsAllEntriesOf(entry.before());
                assertThat(entry.after().entrySet()).as(entry.what()).doesNotContainAnyElementsOf(facts.entrySet());
                facts.keySet().removeAll(entry.before().keySet());
                facts.putAll(entry.after());
            }
            assertThat(facts)
                    .isEqualTo(Map.of(
                            "version", "8",
                            "state", "refused",
                            "reason", "insult",
                            "note", "Gọi tên người khác",
                            "reply", "Cảm ơn bạn.",
                            "picked", "yes"));
        }

        @Test
        void is_in_the_log_with_what_it_changed_and_no_word_of_the_reader() {
            var id = newsroom.comment("Bài hay.");
            newsroom.decide(id, new Approve(), Newsroom.LAN);
            newsroom.decide(id, REPLY, Newsroom.MINH);
            newsroom.decide(id, INSULT, Newsroom.MINH);
            newsroom.decide(id, new Undo(), Newsroom.LAN);

            var log = newsroom.log();
            assertThat(log).extracting(Entry::what).containsExactly("approve", "reply", "refuse", "undo");
            assertThat(log)
                    .extracting(Entry::by)
                    .containsExactly(Newsroom.LAN, Newsroom.MINH, Newsroom.MINH, Newsroom.LAN);
            assertThat(log).extracting(Entry::comment).containsOnly(Optional.of(id.value()));
            assertThat(log).extracting(Entry::article).containsOnly(Optional.of("mua-he"));
            assertThat(log.get(0).before()).isEqualTo(Map.of("version", "0", "state", "waiting"));
            assertThat(log.get(0).after()).isEqualTo(Map.of("version", "1", "state", "approved"));
            assertThat(log.get(1).before()).isEqualTo(Map.of("version", "1"));
            assertThat(log.get(1).after()).isEqualTo(Map.of("version", "2", "reply", "Cảm ơn bạn."));
            assertThat(log.get(2).before()).isEqualTo(Map.of("version", "2", "state", "approved"));
            assertThat(log.get(2).after())
                    .isEqualTo(Map.of(
                            "version", "3", "state", "refused", "reason", "insult", "note", "Gọi tên người khác"));
            assertThat(log.get(3).after()).isEqualTo(Map.of("version", "4", "state", "approved"));
            assertThat(newsroom.verify()).isInstanceOf(Verification.Intact.class);
            assertThat(newsroom.scan("DecisionLogTable").toString())
                    .doesNotContain("Bài hay", "Về bài báo", "Hoa", "vidu.vn", "0912345678");
        }

        @Test
        void is_three_calls_of_DynamoDB() {
            var seen = newsroom.find(newsroom.comment("Bài hay.")).seen();
            newsroom.asked.forget();
            newsroom.moderation.decide(seen, new Approve(), Newsroom.LAN);

            assertThat(newsroom.asked.operations())
                    .isEqualTo(Map.of("BatchGetItem", 1, "Query", 1, "TransactWriteItems", 1));
        }
    }

    @Nested
    class Many_decisions_at_once {
        @Test
        void have_an_outcome_each_in_their_order() {
            var ids = newsroom.comments(5);
            newsroom.decide(ids.get(1), new Spam(), Newsroom.MINH);
            var unknown = CommentId.random();
            var seen = List.of(
                    new Seen(ids.get(4), 0),
                    new Seen(ids.get(1), 0),
                    new Seen(unknown, 0),
                    new Seen(ids.get(0), 0),
                    new Seen(ids.get(4), 0));

            assertThat(newsroom.moderation.decide(seen, new Approve(), Newsroom.LAN))
                    .containsExactly(
                            new Decided(ids.get(4), State.APPROVED, 1),
                            new Already(
                                    ids.get(1),
                                    State.REFUSED,
                                    1,
                                    Optional.of(new Latest(What.SPAM, "Minh", newsroom.instant()))),
                            new Unknown(unknown),
                            new Decided(ids.get(0), State.APPROVED, 1),
                            new Decided(ids.get(4), State.APPROVED, 1));
            assertThat(newsroom.count(Newsroom.ARTICLE)).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {20, 24, 25, 60})
        void are_a_transaction_for_two_dozen_of_them(int count) {
            var seen =
                    newsroom.comments(count).stream().map(id -> new Seen(id, 0)).toList();
            newsroom.asked.forget();

            assertThat(newsroom.moderation.decide(seen, new Approve(), Newsroom.LAN))
                    .allMatch(Decided.class::isInstance);
            var transactions = (count + 23) / 24;
            assertThat(newsroom.asked.operations())
                    .isEqualTo(Map.of(
                            "BatchGetItem", transactions, "Query", transactions, "TransactWriteItems", transactions));
            assertThat(newsroom.count(Newsroom.ARTICLE)).isEqualTo(count);
            assertThat(newsroom.log()).hasSize(count);
            assertThat(newsroom.verify()).isInstanceOf(Verification.Intact.class);
        }

        @Test
        void sent_twice_are_made_once() {
            var seen = newsroom.comments(7).stream().map(id -> new Seen(id, 0)).toList();
            var first = newsroom.moderation.decide(seen, new Approve(), Newsroom.LAN);

            assertThat(newsroom.moderation.decide(seen, new Approve(), Newsroom.LAN))
                    .isEqualTo(first);
            assertThat(newsroom.log()).hasSize(7);
            assertThat(newsroom.count(Newsroom.ARTICLE)).isEqualTo(7);
        }

        @Test
        void may_be_none() {
            assertThat(newsroom.moderation.decide(List.of(), new Approve(), Newsroom.LAN))
                    .isEmpty();
        }
    }

    @Nested
    class A_reply {
        private final CommentId id = newsroom.comment("Khi nào?");

        @Test
        void is_where_readers_see_the_comment_with_its_time() {
            newsroom.decide(id, new Approve(), Newsroom.LAN);
            newsroom.wait(Duration.ofMinutes(1));
            newsroom.decide(id, REPLY, Newsroom.MINH);

            assertThat(newsroom.shown(Newsroom.ARTICLE))
                    .extracting(PublicComment::reply)
                    .containsExactly(Optional.of(new PublicReply("Cảm ơn bạn.", newsroom.instant())));
            assertThat(newsroom.find(id).standing().reply())
                    .hasValue(new WrittenReply("Cảm ơn bạn.", "Minh", newsroom.instant()));
        }

        @Test
        void written_before_the_approval_is_shown_from_then_on() {
            newsroom.decide(id, REPLY, Newsroom.MINH);
            assertThat(newsroom.shown(Newsroom.ARTICLE)).isEmpty();

            newsroom.decide(id, new Approve(), Newsroom.LAN);
            assertThat(newsroom.shown(Newsroom.ARTICLE).getFirst().reply()).isPresent();
        }

        @Test
        void can_be_changed_and_removed() {
            newsroom.decide(id, new Approve(), Newsroom.LAN);
            newsroom.decide(id, REPLY, Newsroom.MINH);
            newsroom.decide(id, new Reply(Note.typed("Ngày mai.")), Newsroom.MINH);
            assertThat(newsroom.shown(Newsroom.ARTICLE)
                            .getFirst()
                            .reply()
                            .orElseThrow()
                            .text())
                    .isEqualTo("Ngày mai.");

            newsroom.decide(id, new RemoveReply(), Newsroom.LAN);
            assertThat(newsroom.shown(Newsroom.ARTICLE).getFirst().reply()).isEmpty();
            assertThat(newsroom.log().getLast().before()).containsEntry("reply", "Ngày mai.");
        }

        @Test
        void that_is_the_same_is_needless() {
            newsroom.decide(id, REPLY, Newsroom.MINH);

            assertThat(newsroom.decide(id, REPLY, Newsroom.LAN)).isInstanceOf(Needless.class);
        }

        @Test
        void is_not_what_is_taken_back() {
            newsroom.decide(id, new Approve(), Newsroom.LAN);
            newsroom.decide(id, REPLY, Newsroom.MINH);

            assertThat(newsroom.decide(id, new Undo(), Newsroom.LAN)).isEqualTo(new Decided(id, State.WAITING, 3));
            assertThat(newsroom.shown(Newsroom.ARTICLE)).isEmpty();
            assertThat(newsroom.find(id).standing().reply()).isPresent();
        }

        @Test
        void has_words_and_not_too_many() {
            assertThatThrownBy(() -> new Reply(Note.NONE)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Reply(Note.typed("ừ".repeat(2_001))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Refuse(Reason.OTHER, Note.NONE)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Refuse(Reason.INSULT, Note.typed("ừ".repeat(501))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(new Reply(Note.typed("ừ".repeat(2_000))).text().length()).isEqualTo(2_000);
        }
    }

    @Nested
    class A_pick {
        private final CommentId id = newsroom.comment("Rất hay.");

        @Test
        void is_marked_where_readers_see_it() {
            newsroom.decide(id, new Approve(), Newsroom.LAN);
            newsroom.decide(id, new Pick(), Newsroom.MINH);
            assertThat(newsroom.shown(Newsroom.ARTICLE))
                    .extracting(PublicComment::picked)
                    .containsExactly(true);

            newsroom.decide(id, new Unpick(), Newsroom.MINH);
            assertThat(newsroom.shown(Newsroom.ARTICLE))
                    .extracting(PublicComment::picked)
                    .containsExactly(false);
            assertThat(newsroom.log()).extracting(Entry::what).containsExactly("approve", "pick", "unpick");
        }
    }

    @Nested
    class A_reported_comment {
        private final CommentId id = newsroom.comment("Bài hay.");

        A_reported_comment() {
            newsroom.decide(id, new Approve(), Newsroom.LAN);
            newsroom.report(id, 3);
        }

        @Test
        void lies_with_the_waiting_ones_and_is_still_shown() {
            assertThat(newsroom.all(new Listing.Whole(State.WAITING)))
                    .extracting(Moderated::id)
                    .containsExactly(id);
            assertThat(newsroom.all(new Listing.Whole(State.APPROVED))).isEmpty();
            assertThat(newsroom.find(id).standing().reports()).isEqualTo(3);
            assertThat(newsroom.shownIds(Newsroom.ARTICLE)).containsExactly(id);
        }

        @ParameterizedTest
        @MethodSource("ykien.moderation.ModerationTest#keeping")
        void that_is_kept_lies_with_the_approved_ones_again(Decision decision) {
            assertThat(newsroom.decide(id, decision, Newsroom.MINH)).isEqualTo(new Decided(id, State.APPROVED, 2));

            assertThat(newsroom.all(new Listing.Whole(State.WAITING))).isEmpty();
            assertThat(newsroom.all(new Listing.Under(Newsroom.ARTICLE, State.APPROVED)))
                    .extracting(Moderated::id)
                    .containsExactly(id);
            assertThat(newsroom.find(id).standing().reports()).isZero();
            assertThat(newsroom.count(Newsroom.ARTICLE)).isEqualTo(1);
            assertThat(newsroom.find(id).sender()).isEqualTo(new SenderCounts(1, 0, 0));
            assertThat(newsroom.log().getLast().before()).containsEntry("reports", "3");
        }

        @Test
        void that_is_refused_is_shown_no_more() {
            newsroom.decide(id, INSULT, Newsroom.MINH);

            assertThat(newsroom.shownIds(Newsroom.ARTICLE)).isEmpty();
            assertThat(newsroom.count(Newsroom.ARTICLE)).isZero();
            assertThat(newsroom.find(id).standing().pile()).isEqualTo(State.REFUSED);
        }

        @ParameterizedTest
        @MethodSource("ykien.moderation.ModerationTest#rulings")
        void comes_back_with_its_reports_where_that_is_taken_back(Decision decision) {
            newsroom.decide(id, decision, Newsroom.MINH);
            newsroom.decide(id, new Undo(), Newsroom.MINH);

            assertThat(newsroom.find(id).standing().reports()).isEqualTo(3);
            assertThat(newsroom.find(id).standing().pile()).isEqualTo(State.WAITING);
            assertThat(newsroom.shownIds(Newsroom.ARTICLE)).containsExactly(id);
        }

        /// Reports raise no version: whoever reports without end keeps nobody from deciding.
        @Test
        void is_decided_about_though_readers_report_it_meanwhile() {
            var seen = newsroom.find(id).seen();
            newsroom.report(id, 5);

            assertThat(newsroom.moderation.decide(seen, new Keep(), Newsroom.MINH))
                    .isEqualTo(new Decided(id, State.APPROVED, 2));
        }

        @Test
        void stays_where_it_lies_when_it_is_answered() {
            newsroom.decide(id, REPLY, Newsroom.MINH);

            assertThat(newsroom.find(id).standing().pile()).isEqualTo(State.WAITING);
            assertThat(newsroom.all(new Listing.Whole(State.WAITING))).hasSize(1);
        }
    }

    static Stream<Decision> keeping() {
        return Stream.of(new Keep(), new Approve());
    }

    @Nested
    class A_senders_contact {
        @Test
        void is_told_and_that_it_was_is_logged() {
            var id = newsroom.comment("Gọi tôi nhé.");
            var contact = newsroom.moderation.contact(id, Newsroom.MINH).orElseThrow();

            assertThat(contact.email().value()).isEqualTo("hoa@vidu.vn");
            assertThat(contact.phone().orElseThrow().value()).isEqualTo("0912345678");
            assertThat(contact).hasToString("Contact[hidden]");
            assertThat(newsroom.log()).singleElement().satisfies(entry -> {
                assertThat(entry)
                        .returns("show-contact", Entry::what)
                        .returns(Newsroom.MINH, Entry::by)
                        .returns(Optional.of(id.value()), Entry::comment);
            });
            assertThat(newsroom.find(id).standing().version()).isZero();
        }

        /// What can't be logged is not shown.
        @Test
        void is_not_told_where_it_can_not_be_logged() {
            var id = newsroom.comment("Gọi tôi nhé.");

            assertThatThrownBy(() -> newsroom.moderationWithoutLog().contact(id, Newsroom.MINH))
                    .isInstanceOf(ResourceNotFoundException.class);
        }

        @Test
        void of_an_unknown_comment_is_empty_and_not_logged() {
            assertThat(newsroom.moderation.contact(CommentId.random(), Newsroom.MINH))
                    .isEmpty();
            assertThat(newsroom.log()).isEmpty();
        }
    }

    @Nested
    class An_article {
        @Test
        void takes_no_comments_once_the_desk_has_closed_it_and_takes_them_again() {
            assertThat(newsroom.moderation.takeComments(Newsroom.ARTICLE, false, Newsroom.LAN))
                    .isEqualTo(Closing.DONE);
            assertThat(newsroom.article(Newsroom.ARTICLE).open()).isFalse();
            assertThat(newsroom.piles.article(Newsroom.ARTICLE))
                    .hasValue(new ArticleLine(Newsroom.ARTICLE, Optional.of("Bài mua-he"), false));

            assertThat(newsroom.moderation.takeComments(Newsroom.ARTICLE, true, Newsroom.LAN))
                    .isEqualTo(Closing.DONE);
            assertThat(newsroom.article(Newsroom.ARTICLE).open()).isTrue();
            assertThat(newsroom.log()).extracting(Entry::what).containsExactly("close-comments", "open-comments");
            assertThat(newsroom.log()).extracting(Entry::article).containsOnly(Optional.of("mua-he"));
        }

        @Test
        void stays_closed_when_it_is_published_again() {
            newsroom.moderation.takeComments(Newsroom.ARTICLE, false, Newsroom.LAN);
            newsroom.publish(Newsroom.ARTICLE, true);

            assertThat(newsroom.article(Newsroom.ARTICLE).open()).isFalse();
        }

        @Test
        void that_was_published_without_comments_can_be_opened() {
            newsroom.publish(Newsroom.ARTICLE, false);
            newsroom.moderation.takeComments(Newsroom.ARTICLE, true, Newsroom.LAN);

            assertThat(newsroom.article(Newsroom.ARTICLE).open()).isTrue();
        }

        @Test
        void that_is_so_already_is_left_alone() {
            assertThat(newsroom.moderation.takeComments(Newsroom.ARTICLE, true, Newsroom.LAN))
                    .isEqualTo(Closing.NEEDLESS);
            assertThat(newsroom.log()).isEmpty();
        }

        @Test
        void that_is_unknown_is_told() {
            assertThat(newsroom.moderation.takeComments(new Slug("khong-co"), false, Newsroom.LAN))
                    .isEqualTo(Closing.UNKNOWN);
            assertThat(newsroom.scan("ArticlesTable")).hasSize(2);
        }

        @Test
        void published_again_keeps_its_number_of_comments() {
            newsroom.decide(newsroom.comment("Một."), new Approve(), Newsroom.LAN);
            newsroom.publish(Newsroom.ARTICLE, true);

            assertThat(newsroom.count(Newsroom.ARTICLE)).isEqualTo(1);
        }
    }

    @Nested
    class An_article_that_its_age_has_closed {
        private static final CommentPeriod PERIOD = new CommentPeriod(30);

        private final Moderation moderation = newsroom.moderation(PERIOD);

        @BeforeEach
        void thirty_days_later() {
            newsroom.wait(Duration.ofDays(30).minusMillis(1));
            assertThat(isOpenOnTheDesk()).isTrue();
            newsroom.wait(Duration.ofMillis(1));
        }

        @Test
        void is_closed_on_the_desk_as_it_is_for_readers() {
            assertThat(isOpenOnTheDesk()).isFalse();
            assertThat(newsroom.article(Newsroom.ARTICLE, PERIOD).open()).isFalse();
            assertThat(moderation.takeComments(Newsroom.ARTICLE, false, Newsroom.LAN))
                    .isEqualTo(Closing.NEEDLESS);
        }

        @Test
        void is_opened_by_the_desk_and_stays_open() {
            assertThat(moderation.takeComments(Newsroom.ARTICLE, true, Newsroom.LAN))
                    .isEqualTo(Closing.DONE);
            newsroom.wait(Duration.ofDays(400));

            assertThat(isOpenOnTheDesk()).isTrue();
            assertThat(newsroom.article(Newsroom.ARTICLE, PERIOD).open()).isTrue();
            assertThat(newsroom.log()).extracting(Entry::what).containsExactly("open-comments");
        }

        @Test
        void is_named_as_closed_beside_each_of_its_comments() {
            var id = newsroom.comment("Một.");

            assertThat(newsroom.piles(PERIOD).find(id).orElseThrow().article().open())
                    .isFalse();
        }

        private boolean isOpenOnTheDesk() {
            return newsroom.piles(PERIOD)
                    .article(Newsroom.ARTICLE)
                    .orElseThrow()
                    .open();
        }
    }
}
