package ykien.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.Article;
import ykien.article.Articles;
import ykien.article.Card;
import ykien.article.Category;
import ykien.article.Html;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.challenge.Answer;
import ykien.challenge.Challenge;
import ykien.challenge.ChallengeId;
import ykien.challenge.ContentHash;
import ykien.challenge.KeyedHash;
import ykien.challenge.Medium;
import ykien.challenge.Outcome;
import ykien.challenge.Outcomes;
import ykien.challenge.SealKeys;
import ykien.challenge.SpokenAnswer;
import ykien.challenge.Strength;
import ykien.comment.Author;
import ykien.comment.Comment;
import ykien.comment.CommentId;
import ykien.comment.Comments;
import ykien.comment.EmailAddress;
import ykien.comment.PublicComment;
import ykien.comment.PublicComments;
import ykien.comment.Submission;
import ykien.decisionlog.Actor;
import ykien.decisionlog.DecisionLog;
import ykien.decisionlog.Progress;
import ykien.decisionlog.Verification;
import ykien.decisionlog.What;
import ykien.decisionlog.Witness;
import ykien.moderation.Decision;
import ykien.moderation.DeskTables;
import ykien.moderation.Latest;
import ykien.moderation.Listing;
import ykien.moderation.Moderation;
import ykien.moderation.Piles;
import ykien.moderation.Seen;
import ykien.moderation.State;

/// What the stores of core and of the newsroom promise, and with them the function that validates for other forms,
/// whichever DynamoDB they stand on: conditions, transactions and indexes are its work, so a stand-in that differs
/// would be found here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoresContract {
    private static final Answer ANSWER = new Answer("23456");
    private static final Actor LAN = new Actor("s-lan", "Lan");
    private static final Actor MINH = new Actor("s-minh", "Minh");
    private static final SpokenAnswer SPOKEN = new SpokenAnswer("120045");

    /// Today's, as the other DynamoDB may delete what has expired by its own clock.
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Random random = new Random();
    private final Slug article = new Slug("mua-he-" + random.nextInt(1_000_000_000));

    private Articles articles;
    private PublishedArticles published;
    private Comments comments;
    private PublicComments shown;
    private Moderation moderation;
    private Outcomes outcomes;
    private ContactForm form;
    private Piles piles;
    private Witness witness;
    private DecisionLog log;

    /// The DynamoDB to test, with the tables of template.yaml.
    abstract DynamoDbClient client() throws Exception;

    /// A table's name there, by its logical id.
    abstract String table(String logicalId);

    @BeforeAll
    void connect() throws Exception {
        var client = client();
        var dynamoDb = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        var comments = table("CommentsTable");
        this.articles = Articles.in(dynamoDb, table("ArticlesTable"));
        this.published = PublishedArticles.in(dynamoDb, table("ArticlesTable"), InstantSource.fixed(now));
        this.comments = Comments.in(
                dynamoDb, comments, table("CaptchasTable"), KeyedHash.under(SealKeys.parse(ContactForm.KEYS)));
        this.shown = PublicComments.in(dynamoDb, comments);
        this.outcomes = Outcomes.in(dynamoDb, table("CaptchasTable"));
        this.form = ContactForm.on(client, table("CaptchasTable"), table("LimitsTable"), now);
        var tables = new DeskTables(
                table("ArticlesTable"), comments, table("SendersTable"), table("DecisionLogTable"), table("DeskTable"));
        var clock = InstantSource.fixed(now);
        this.witness = Witness.inMemory(clock);
        this.moderation = Moderation.in(client, tables, witness, clock);
        this.piles = Piles.in(client, tables);
        this.log = DecisionLog.in(client, table("DecisionLogTable"), clock);
    }

    @BeforeEach
    void publish() {
        articles.publish(article("Mùa hè", now.minusSeconds(60)));
    }

    private Article article(String title, Instant at) {
        var category = new Category(new Slug("c-" + article), "Đời sống");
        var card = new Card(article, title, Optional.of("Sapo"), Optional.of(category), Optional.empty(), at, 0);
        return new Article(card, Optional.of("Lan"), new Html("<p>Hè</p>"), Optional.of("Theo Báo Mẫu"), true);
    }

    private Comment comment(String content) {
        var author = new Author("Lan", new EmailAddress("lan@example.com"), Optional.empty());
        return new Comment(CommentId.random(), article, now, author, Optional.empty(), content);
    }

    private Challenge challenge() {
        var id = new byte[ChallengeId.LENGTH];
        random.nextBytes(id);
        return new Challenge(new ChallengeId(id), now.minusSeconds(30), Strength.STROKES, ANSWER, SPOKEN);
    }

    private Optional<PublicComment> onPage(CommentId id) {
        return shown.under(article, Optional.empty()).items().stream()
                .filter(comment -> comment.id().equals(id))
                .findFirst();
    }

    private long count() {
        return published.find(article).orElseThrow().card().commentCount();
    }

    @Test
    void An_article_is_found_alone_and_in_its_lists() {
        assertThat(published.find(article).orElseThrow().body()).isEqualTo(new Html("<p>Hè</p>"));
        assertThat(published.latest(Optional.empty()).items())
                .extracting(Card::slug)
                .contains(article);
        assertThat(published
                        .inCategory(new Slug("c-" + article), Optional.empty())
                        .items())
                .extracting(Card::title)
                .containsExactly("Mùa hè");
    }

    @Test
    void A_scheduled_article_is_unknown_until_its_time() {
        articles.publish(article("Mùa hè", now.plusSeconds(1)));

        assertThat(published.find(article)).isEmpty();
        assertThat(published.latest(Optional.empty()).items())
                .extracting(Card::slug)
                .doesNotContain(article);
    }

    @Test
    void A_comment_waits_until_it_is_approved_and_counts_from_then_on() {
        var before = count();
        var comment = comment("Bài viết rất hay.");
        assertThat(comments.submit(comment, challenge(), Medium.PICTURE))
                .isEqualTo(new Submission.Accepted(comment.id()));
        assertThat(onPage(comment.id())).isEmpty();

        assertThat(approve(comment.id(), 0))
                .isEqualTo(new ykien.moderation.Outcome.Decided(comment.id(), State.APPROVED, 1));

        assertThat(onPage(comment.id()).orElseThrow().content()).isEqualTo("Bài viết rất hay.");
        assertThat(count()).isEqualTo(before + 1);
        assertThat(approve(comment.id(), 1))
                .isEqualTo(new ykien.moderation.Outcome.Needless(comment.id(), State.APPROVED, 1));
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void A_decision_about_a_comment_that_somebody_else_decided_about_is_told() {
        var comment = comment("sáu");
        comments.submit(comment, challenge(), Medium.PICTURE);
        var seen = new Seen(comment.id(), 0);
        var before = count();
        assertThat(moderation.decide(seen, new Decision.Spam(), LAN))
                .isInstanceOf(ykien.moderation.Outcome.Decided.class);

        assertThat(moderation.decide(seen, new Decision.Approve(), MINH))
                .isEqualTo(new ykien.moderation.Outcome.Already(
                        comment.id(), State.REFUSED, 1, Optional.of(new Latest(What.SPAM, "Lan", now))));
        assertThat(onPage(comment.id())).isEmpty();
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void A_decision_that_is_taken_back_leaves_what_was_before() {
        var comment = comment("bảy");
        comments.submit(comment, challenge(), Medium.PICTURE);
        var before = count();
        approve(comment.id(), 0);

        assertThat(moderation.decide(new Seen(comment.id(), 1), new Decision.Undo(), LAN))
                .isEqualTo(new ykien.moderation.Outcome.Decided(comment.id(), State.WAITING, 2));
        assertThat(onPage(comment.id())).isEmpty();
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void Twenty_decisions_at_once_are_all_kept_in_one_chain() throws Exception {
        var seen = IntStream.range(0, 20)
                .mapToObj(i -> comment("tám " + i))
                .peek(comment -> comments.submit(comment, challenge(), Medium.PICTURE))
                .map(comment -> new Seen(comment.id(), 0))
                .toList();
        var before = count();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var decisions = seen.stream()
                    .<Callable<ykien.moderation.Outcome>>map(
                            one -> () -> moderation.decide(one, new Decision.Approve(), LAN))
                    .toList();
            assertThat(threads.invokeAll(decisions).stream().map(Future::resultNow))
                    .allMatch(ykien.moderation.Outcome.Decided.class::isInstance);
        }

        assertThat(count()).isEqualTo(before + 20);
        assertThat(log.verify(Progress.START, witness)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void A_pile_is_listed_page_by_page() {
        var ids = IntStream.range(0, 45)
                .mapToObj(i -> comment("chín " + i))
                .peek(comment -> comments.submit(comment, challenge(), Medium.PICTURE))
                .map(Comment::id)
                .toList();
        var found = new ArrayList<CommentId>();
        var page = piles.page(new Listing.Whole(State.WAITING), Optional.empty());
        page.items().forEach(comment -> found.add(comment.id()));
        while (page.next().isPresent()) {
            page = piles.page(new Listing.Whole(State.WAITING), page.next());
            page.items().forEach(comment -> found.add(comment.id()));
        }

        assertThat(found).containsAll(ids).doesNotHaveDuplicates();
    }

    private ykien.moderation.Outcome approve(CommentId id, long version) {
        return moderation.decide(new Seen(id, version), new Decision.Approve(), LAN);
    }

    @Test
    void Publishing_again_keeps_the_number_of_comments() {
        var comment = comment("một");
        comments.submit(comment, challenge(), Medium.PICTURE);
        approve(comment.id(), 0);
        var before = count();

        articles.publish(article("Mùa hè xanh", now.minusSeconds(60)));

        assertThat(published.find(article).orElseThrow().card().title()).isEqualTo("Mùa hè xanh");
        assertThat(count()).isEqualTo(before).isPositive();
    }

    @Test
    void The_same_comment_sent_again_gets_the_first_answer() {
        var challenge = challenge();
        var first = comment("hai");

        assertThat(comments.submit(first, challenge, Medium.PICTURE)).isEqualTo(new Submission.Accepted(first.id()));
        assertThat(comments.submit(comment("hai"), challenge, Medium.PICTURE))
                .isEqualTo(new Submission.Repeated(first.id()));
        assertThat(comments.submit(comment("ba"), challenge, Medium.PICTURE)).isEqualTo(new Submission.Spent());
    }

    @Test
    void A_challenge_that_was_missed_lets_nothing_in() {
        var challenge = challenge();
        assertThat(comments.miss(comment("bốn"), challenge)).isEqualTo(new Submission.Missed());

        var late = comment("bốn");
        assertThat(comments.submit(late, challenge, Medium.PICTURE)).isEqualTo(new Submission.Missed());
        assertThat(approve(late.id(), 0)).isEqualTo(new ykien.moderation.Outcome.Unknown(late.id()));
    }

    @Test
    void The_same_comment_sent_fifty_times_at_once_is_one_comment() throws Exception {
        var challenge = challenge();
        var answers = atOnce(50, _ -> comments.submit(comment("năm"), challenge, Medium.PICTURE));

        var accepted = answers.stream()
                .filter(Submission.Accepted.class::isInstance)
                .map(a -> ((Submission.Accepted) a).id())
                .toList();
        assertThat(accepted).hasSize(1);
        assertThat(answers)
                .filteredOn(Submission.Repeated.class::isInstance)
                .hasSize(49)
                .containsOnly(new Submission.Repeated(accepted.getFirst()));
    }

    @Test
    void A_challenge_has_the_first_of_fifty_outcomes_at_once() throws Exception {
        var challenge = challenge();
        var settled = atOnce(
                50,
                i -> outcomes.settle(
                        challenge,
                        i % 2 == 0
                                ? new Outcome.Missed()
                                : new Outcome.Spent("form:contact", ContentHash.of("attempt " + i))));

        assertThat(new HashSet<>(settled)).hasSize(1);
        assertThat(outcomes.of(challenge)).contains(settled.getFirst());
        assertThat(outcomes.of(challenge())).isEmpty();
    }

    /// One rule, whether a comment or another form comes first.
    @Test
    void A_challenge_that_another_form_has_spent_lets_no_comment_in() {
        var challenge = challenge();
        outcomes.settle(challenge, new Outcome.Spent("form:contact", ContentHash.of("x")));

        assertThat(comments.submit(comment("sáu"), challenge, Medium.PICTURE)).isEqualTo(new Submission.Spent());
    }

    @Test
    void Another_form_is_told_that_an_answer_is_right_and_once_more_for_the_same_content() {
        var token = form.token();

        assertThat(form.ask(token, form.answer(token), "một").status()).isEqualTo(200);
        assertThat(form.ask(token, form.answer(token), "một").status()).isEqualTo(200);
        assertThat(form.ask(token, form.answer(token), "hai").text()).contains("urn:ykien:problem:spent-challenge");
    }

    @Test
    void Another_form_has_one_guess_a_challenge() {
        var token = form.token();

        assertThat(form.ask(token, "?????", "một").text()).contains("urn:ykien:problem:wrong-answer");
        assertThat(form.ask(token, form.answer(token), "một").text()).contains("urn:ykien:problem:wrong-answer");
    }

    @Test
    void Another_form_that_asks_fifty_times_at_once_is_let_in_once() throws Exception {
        var token = form.token();
        var answers = atOnce(50, i -> form.ask(token, form.answer(token), "form " + i));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.text().contains("urn:ykien:problem:spent-challenge"))
                .hasSize(49);
    }

    private static <T> List<T> atOnce(int times, IntFunction<T> call) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var calls = IntStream.range(0, times)
                    .mapToObj(i -> (Callable<T>) () -> call.apply(i))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
