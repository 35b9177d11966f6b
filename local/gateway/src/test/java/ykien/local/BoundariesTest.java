package ykien.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Which room may know which.
@AnalyzeClasses(packages = "ykien", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {
    private static final String[] NEWSROOM = {
        "ykien.newsroom..",
        "ykien.aws..",
        "ykien.signin..",
        "ykien.moderation..",
        "ykien.decisionlog..",
        "ykien.checking.."
    };
    private static final String[] FUNCTIONS = {
        "ykien.articles..",
        "ykien.comments..",
        "ykien.captcha..",
        "ykien.newsroom..",
        "ykien.aws..",
        "ykien.signin..",
        "ykien.moderation..",
        "ykien.decisionlog..",
        "ykien.checking.."
    };
    private static final String[] CORE = {
        "ykien.article..",
        "ykien.challenge..",
        "ykien.comment..",
        "ykien.http..",
        "ykien.limit..",
        "ykien.listing..",
        "ykien.metric..",
        "ykien.page..",
        "ykien.publishing..",
        "ykien.settings..",
        "ykien.vietnamese.."
    };

    @ArchTest
    static final ArchRule The_articles_function_knows_no_other_function = noClasses()
            .that()
            .resideInAPackage("ykien.articles..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ykien.comments..", "ykien.captcha..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(NEWSROOM);

    @ArchTest
    static final ArchRule The_comments_function_knows_no_other_function = noClasses()
            .that()
            .resideInAPackage("ykien.comments..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ykien.articles..", "ykien.captcha..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(NEWSROOM);

    @ArchTest
    static final ArchRule The_captcha_function_knows_no_other_function = noClasses()
            .that()
            .resideInAPackage("ykien.captcha..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ykien.articles..", "ykien.comments..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(NEWSROOM);

    @ArchTest
    static final ArchRule The_newsroom_knows_no_other_function = noClasses()
            .that()
            .resideInAnyPackage(NEWSROOM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ykien.articles..", "ykien.comments..", "ykien.captcha..");

    @ArchTest
    static final ArchRule Signing_in_knows_nothing_of_what_people_do_then = noClasses()
            .that()
            .resideInAPackage("ykien.signin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ykien.newsroom..", "ykien.moderation..", "ykien.decisionlog..");

    @ArchTest
    static final ArchRule Moderation_knows_nobodys_pages_and_sessions = noClasses()
            .that()
            .resideInAnyPackage("ykien.moderation..", "ykien.decisionlog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ykien.newsroom..", "ykien.signin..", "ykien.page..");

    @ArchTest
    static final ArchRule The_log_knows_nothing_of_how_is_decided = noClasses()
            .that()
            .resideInAPackage("ykien.decisionlog..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ykien.moderation..");

    /// Every check of a token is the library's, and none is made elsewhere.
    @ArchTest
    static final ArchRule Only_signing_in_speaks_OpenID_Connect = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .or()
            .resideInAnyPackage(FUNCTIONS)
            .and()
            .resideOutsideOfPackage("ykien.signin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule The_checker_knows_no_function_and_no_comment = classes()
            .that()
            .resideInAPackage("ykien.checking..")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("ykien.."))
                    .or(resideInAnyPackage("ykien.checking..", "ykien.vietnamese..", "ykien.http..")));

    @ArchTest
    static final ArchRule Vietnamese_knows_nothing_of_ours = classes()
            .that()
            .resideInAPackage("ykien.vietnamese..")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("ykien..")).or(resideInAPackage("ykien.vietnamese..")));

    @ArchTest
    static final ArchRule Core_knows_of_this_newspaper_nothing_but_core = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("ykien..")).or(resideInAnyPackage(CORE)));

    @ArchTest
    static final ArchRule Core_knows_no_Lambda = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.amazonaws..");

    @ArchTest
    static final ArchRule No_function_knows_the_machine_that_stands_in_for_the_cloud = noClasses()
            .that()
            .resideInAnyPackage(FUNCTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ykien.cloud..", "ykien.local..", "ykien.publish..");

    /// An interface's factory and a function's constructor hand the client on; they ask it for nothing.
    @ArchTest
    static final ArchRule Only_stores_and_items_speak_DynamoDB = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .or()
            .resideInAnyPackage(FUNCTIONS)
            .and()
            .haveNameNotMatching(
                    "ykien\\.(article|challenge|comment|decisionlog|limit|moderation|settings|signin)\\.(DynamoDb[A-Za-z]+|[A-Za-z]+Item|[A-Za-z]+Map)(\\$.*)?")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "software.amazon.awssdk.enhanced.dynamodb..", "software.amazon.awssdk.services.dynamodb..")
                    .and(not(JavaClass.Predicates.equivalentTo(DynamoDbEnhancedClient.class)))
                    .and(not(JavaClass.Predicates.equivalentTo(DynamoDbClient.class))));

    /// It reads a copy of the counts now and then, on its way nowhere else.
    @ArchTest
    static final ArchRule Drawing_knows_no_table = noClasses()
            .that()
            .resideInAPackage("ykien.captcha.picture..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule No_two_packages_need_each_other =
            slices().assignedFrom(new Packages()).should().beFreeOfCycles();

    /// What jte makes of a package's templates belongs to that package.
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            var name = type.getPackageName();
            return name.startsWith("ykien.")
                    ? SliceIdentifier.of(name.endsWith(".jte") ? name.substring(0, name.lastIndexOf('.')) : name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the packages of ykien";
        }
    }

    /// Loading AWT costs a cold start half a second.
    @ArchTest
    static final ArchRule Nobody_knows_AWT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..");

    @ArchTest
    static final ArchRule No_readers_request_publishes = noClasses()
            .that()
            .resideInAnyPackage(FUNCTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ykien.publishing..");

    @ArchTest
    static final ArchRule What_readers_requests_use_does_not_publish_either = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and()
            .resideOutsideOfPackage("ykien.publishing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ykien.publishing..");

    @ArchTest
    static final ArchRule Markdown_and_YAML_are_for_publishing_alone = noClasses()
            .that()
            .resideInAnyPackage(FUNCTIONS)
            .or()
            .resideInAnyPackage(CORE)
            .and()
            .resideOutsideOfPackage("ykien.publishing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.commonmark..", "org.owasp.html..", "org.yaml..");
}
