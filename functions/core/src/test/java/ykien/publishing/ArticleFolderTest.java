package ykien.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Article;
import ykien.article.Category;
import ykien.article.PhotoName;
import ykien.article.Slug;

class ArticleFolderTest {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Path ROOT = Path.of(System.getProperty("ykien.root", "../.."));

    @TempDir
    private Path folder;

    @BeforeEach
    void put_a_photo() throws IOException {
        Files.write(folder.resolve("Chợ phiên.JPG"), PictureTest.drawn("jpg", 60, 40));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private List<Loaded> read() {
        return ArticleFolder.read(folder, VIETNAM);
    }

    private Article article(String frontMatter) throws IOException {
        write("mua-he.md", "---\n" + frontMatter + "\n---\n\nMùa hè.\n");
        assertThat(read()).singleElement().isInstanceOf(Loaded.Ready.class);
        return ((Loaded.Ready) read().getFirst()).article();
    }

    private String broken(String content) throws IOException {
        write("mua-he.md", content);
        return broken();
    }

    private String broken() {
        assertThat(read()).singleElement().isInstanceOf(Loaded.Broken.class);
        var line = ((Loaded.Broken) read().getFirst()).line();
        assertThat(line).doesNotContain("\n").endsWith(".");
        return line;
    }

    private String brokenFrontMatter(String frontMatter) throws IOException {
        return broken("---\n" + frontMatter + "\n---\n\nMùa hè.\n");
    }

    @Nested
    class An_article {
        @Test
        void has_all_that_its_front_matter_says() throws IOException {
            var article = article("""
                    title: "Mùa hè: hai tháng"
                    published: 2026-11-20T18:30:00+07:00
                    category: Đời sống
                    dek: 'Đoạn "mở đầu"'
                    byline: Lan
                    photo: "Chợ phiên.JPG"
                    alt: Phiên chợ
                    caption: Buổi sáng
                    source: Theo Báo Mẫu
                    comments: closed""");

            var card = article.card();
            assertThat(article.slug()).isEqualTo(new Slug("mua-he"));
            assertThat(card.title()).isEqualTo("Mùa hè: hai tháng");
            assertThat(card.publishedAt()).isEqualTo(Instant.parse("2026-11-20T11:30:00Z"));
            assertThat(card.category()).contains(new Category(new Slug("doi-song"), "Đời sống"));
            assertThat(card.dek()).contains("Đoạn \"mở đầu\"");
            assertThat(article.byline()).contains("Lan");
            assertThat(article.source()).contains("Theo Báo Mẫu");
            assertThat(article.open()).isFalse();
            assertThat(article.body().value().strip()).isEqualTo("<p>Mùa hè.</p>");
            var photo = card.photo().orElseThrow();
            assertThat(photo.name().value()).matches("cho-phien\\.[0-9a-f]{16}\\.jpg");
            assertThat(photo.width()).isEqualTo(60);
            assertThat(photo.height()).isEqualTo(40);
            assertThat(photo.alt()).isEqualTo("Phiên chợ");
            assertThat(photo.caption()).contains("Buổi sáng");
        }

        @Test
        void needs_no_more_than_title_and_date() throws IOException {
            var article = article("title: Mùa hè\npublished: 2026-11-22\ndek:\nbyline: \"\"\nsource: ~");

            assertThat(article.open()).isTrue();
            assertThat(List.of(
                            article.card().dek(),
                            article.card().category(),
                            article.card().photo(),
                            article.byline()))
                    .containsOnly(Optional.empty());
            assertThat(article.source()).isEmpty();
        }

        @Test
        void published_on_a_date_appears_at_midnight_in_the_zone_of_the_site() throws IOException {
            assertThat(article("title: a\npublished: 2026-11-22").card().publishedAt())
                    .isEqualTo(Instant.parse("2026-11-21T17:00:00Z"));
        }

        @Test
        void keeps_what_looks_like_a_number_or_a_truth_as_it_was_typed() throws IOException {
            assertThat(article("title: 007\npublished: 2026-11-22\nbyline: yes").byline())
                    .contains("yes");
            assertThat(article("title: 007\npublished: 2026-11-22").card().title())
                    .isEqualTo("007");
        }

        @Test
        void typed_in_parts_is_composed() throws IOException {
            var typed = Normalizer.normalize(
                    "---\ntitle: Đời sống\npublished: 2026-11-22\n---\nMùa hè ở quê", Normalizer.Form.NFD);
            write("mua-he.md", typed);

            var article = ((Loaded.Ready) read().getFirst()).article();

            assertThat(article.card().title()).isEqualTo("Đời sống");
            assertThat(article.body().value().strip()).isEqualTo("<p>Mùa hè ở quê</p>");
        }

        @Test
        void written_on_windows_is_the_same() throws IOException {
            write("mua-he.md", "\uFEFF---\r\ntitle: Mùa hè\r\npublished: 2026-11-22\r\n---\r\nmột\r\nhai\r\n");

            var article = ((Loaded.Ready) read().getFirst()).article();

            assertThat(article.card().title()).isEqualTo("Mùa hè");
            assertThat(article.body().value().strip()).isEqualTo("<p>một\nhai</p>");
        }

        @Test
        void may_have_a_line_in_its_text() throws IOException {
            write("mua-he.md", "---\ntitle: Mùa hè\npublished: 2026-11-22\n---\n\nmột\n\n---\n\nhai\n");

            assertThat(((Loaded.Ready) read().getFirst()).article().body().value())
                    .contains("một", "<hr />", "hai");
        }
    }

    @Nested
    class A_photo {
        private Loaded.Ready ready() throws IOException {
            article("title: a\npublished: 2026-11-22\nphoto: Chợ phiên.JPG\nalt: Chợ");
            return (Loaded.Ready) read().getFirst();
        }

        @Test
        void is_named_after_its_content() throws IOException {
            var before = ready().photo().orElseThrow();
            Files.write(folder.resolve("Chợ phiên.JPG"), PictureTest.drawn("jpg", 61, 40));
            var after = ready().photo().orElseThrow();

            assertThat(after.name()).isNotEqualTo(before.name());
            assertThat(PhotoName.parse(after.name().value())).contains(after.name());
            assertThat(after.bytes()).isEqualTo(Files.readAllBytes(folder.resolve("Chợ phiên.JPG")));
        }

        @Test
        void that_changed_since_is_not_given_out_under_its_old_name() throws IOException {
            var photo = ready().photo().orElseThrow();
            Files.write(folder.resolve("Chợ phiên.JPG"), PictureTest.drawn("jpg", 61, 40));

            assertThatThrownBy(photo::bytes)
                    .isInstanceOf(IOException.class)
                    .hasMessage("Chợ phiên.JPG changed while it was being published");
        }

        @Test
        void is_of_the_kind_that_it_is_whatever_it_is_called() throws IOException {
            Files.write(folder.resolve("Chợ phiên.JPG"), PictureTest.drawn("png", 60, 40));

            assertThat(ready().photo().orElseThrow().name().mediaType()).isEqualTo("image/png");
        }

        @Test
        void without_a_letter_in_its_name_is_called_photo() throws IOException {
            Files.write(folder.resolve("图.gif"), PictureTest.drawn("gif", 60, 40));

            var photo = article("title: a\npublished: 2026-11-22\nphoto: 图.gif\nalt: Chợ")
                    .card()
                    .photo();

            assertThat(photo.orElseThrow().name().value()).matches("photo\\.[0-9a-f]{16}\\.gif");
        }
    }

    @Nested
    class Refused_with_one_line_is {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "published: 2026-11-22 | mua-he.md: line 1: the key title is missing",
                    "title: a | mua-he.md: line 1: the key published is missing",
                    "title: ''\\npublished: 2026-11-22 | mua-he.md: line 2: title is empty",
                    "title: \"\\\\u200b\"\\npublished: 2026-11-22 | mua-he.md: line 2: title is empty",
                    "title: a\\npublished: | mua-he.md: line 3: published is empty",
                    "title: a\\ntitel: b | mua-he.md: line 3: the key titel is none of title, published",
                    "title: a\\ntitle: b | mua-he.md: line 3: title stands there twice",
                    "title: [a, b] | mua-he.md: line 2: title holds a list",
                    "title: {a: b} | mua-he.md: line 2: title holds a list",
                    "title: a: b | mua-he.md: line 2: the front matter is no YAML",
                    "title: \"a | mua-he.md: line",
                    "just words | mua-he.md: line 1: the front matter is no list of keys",
                    "- title | mua-he.md: line 1: the front matter is no list of keys",
                    "title: \"a\\\\u0007b\" | mua-he.md: line 2: title holds a line break or another character",
                    "title: \"a\\\\nb\" | mua-he.md: line 2: title holds a line break",
                    "title: >\\n  a\\n\\n  b | mua-he.md: line 2: title holds a line break",
                    "title: a\\npublished: 22/11/2026 | mua-he.md: line 3: published is neither a date",
                    "title: a\\npublished: 2026-02-30 | mua-he.md: line 3: published is neither",
                    "title: a\\npublished: 2026-11-22T08:00:00 | mua-he.md: line 3: published is neither",
                    "title: a\\npublished: +10000-11-22T08:00:00Z | mua-he.md: line 3: published is neither",
                    "title: a\\npublished: 0000-01-01 | mua-he.md: line 3: published is neither",
                    "title: a\\npublished: 2026-11-22\\ncategory: … | mua-he.md: line 4: category has no letter",
                    "title: a\\npublished: 2026-11-22\\ncomments: no | mua-he.md: line 4: comments is neither open nor closed",
                    "title: a\\npublished: 2026-11-22\\nalt: b | mua-he.md: line 4: alt describes a photo",
                    "title: a\\npublished: 2026-11-22\\ncaption: b | mua-he.md: line 4: caption describes a photo",
                    "photo: Chợ phiên.JPG\\ntitle: a\\npublished: 2026-11-22 | mua-he.md: line 2: photo needs the key alt",
                    "photo: b.jpg\\nalt: b\\ntitle: a\\npublished: 2026-11-22 | mua-he.md: line 2: photo names the file b.jpg, which is not",
                    "photo: ../b.jpg\\nalt: b\\ntitle: a\\npublished: 2026-11-22 | mua-he.md: line 2: photo is not the plain name",
                    "photo: /etc/passwd\\nalt: b\\ntitle: a\\npublished: 2026-11-22 | mua-he.md: line 2: photo is not the plain name",
                    "photo: mua-he.md\\nalt: b\\ntitle: a\\npublished: 2026-11-22 | mua-he.md: line 2: photo is no JPEG, PNG or GIF",
                    "title: !!java.net.URL [\"https://x.example\"] | mua-he.md: line 2: the front matter is no YAML (Global tag",
                })
        void front_matter_that_is_wrong(String frontMatter, String line) throws IOException {
            var typed = frontMatter.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\");

            assertThat(brokenFrontMatter(typed)).startsWith(line);
        }

        @Test
        void front_matter_that_grows_when_it_is_read() throws IOException {
            assertThat(brokenFrontMatter("title: &a [x,x]\ndek: &b [*a,*a]\nalt: [*b,*b]"))
                    .contains("no YAML (Number of aliases");
            assertThat(brokenFrontMatter("title: " + "[".repeat(5000))).contains("line ");
        }

        @Test
        void a_value_that_is_too_long() throws IOException {
            assertThat(brokenFrontMatter("title: " + "ệ".repeat(301) + "\npublished: 2026-11-22"))
                    .isEqualTo("mua-he.md: line 2: title has 301 characters, at most 300 are shown well;"
                            + " mend it and run again.");
            assertThat(article("title: " + "😀".repeat(300) + "\npublished: 2026-11-22")
                            .card()
                            .title())
                    .hasSize(600);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'' | mua-he.md: line 1: there is no front matter",
                    "Mùa hè. | mua-he.md: line 1: there is no front matter",
                    "---\\ntitle: a | mua-he.md: line 1: the front matter has no end",
                    "---\\ntitle: a\\npublished: 2026-11-22\\n--- | mua-he.md: line 5: there is no text",
                    "---\\ntitle: a\\npublished: 2026-11-22\\n---\\n<script>x</script> | mua-he.md: line 5: there is no text",
                    "---\\n---\\na | mua-he.md: line 1: the front matter is no list of keys",
                })
        void a_file_that_lacks_a_part(String content, String line) throws IOException {
            assertThat(broken(content.replace("\\n", "\n"))).startsWith(line);
        }

        @Test
        void a_file_that_is_not_utf_8() throws IOException {
            Files.write(folder.resolve("mua-he.md"), new byte[] {'-', '-', '-', '\n', 't', (byte) 0xEA, '\n'});
            assertThat(broken()).startsWith("mua-he.md: line 2: is not UTF-8");
            Files.write(folder.resolve("mua-he.md"), new byte[] {'-', '\n', '\n', (byte) 0xE1, (byte) 0xBB});
            assertThat(broken()).startsWith("mua-he.md: line 3: is not UTF-8");
        }

        @Test
        void a_file_with_control_characters() throws IOException {
            assertThat(broken("---\ntitle: a\n---\n\nb\0"))
                    .startsWith("mua-he.md: line 5: holds the control character U+0000");
        }

        @Test
        void a_file_that_is_too_large() throws IOException {
            var head = "---\ntitle: a\npublished: 2026-11-22\n---\n";
            assertThat(broken(head + "x".repeat(1024 * 1024))).startsWith("mua-he.md: is larger than 1024 KB");
            assertThat(broken(head + "ệ ".repeat(100_000)))
                    .startsWith("mua-he.md: line 5: the text makes 4000")
                    .contains("at most 350000 can be kept");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Mùa hè.md", "mua--he.md", "MUA-HE.md", "mua-he.MD", "mua_he.md", "a.b.md"})
        void a_file_whose_name_is_no_slug(String name) throws IOException {
            write(name, "---\ntitle: a\npublished: 2026-11-22\n---\nb\n");

            assertThat(broken()).startsWith(name + ": its name without .md is the article's slug");
        }

        @Test
        void a_photo_that_is_too_large() throws IOException {
            Files.write(folder.resolve("b.jpg"), new byte[8 * 1024 * 1024 + 1]);

            assertThat(brokenFrontMatter("title: a\npublished: 2026-11-22\nphoto: b.jpg\nalt: b"))
                    .startsWith("mua-he.md: line 4: photo has 8388609 bytes, at most 8388608");
        }
    }

    @Nested
    class A_folder {
        @Test
        void gives_its_articles_by_name_and_passes_the_rest_over() throws IOException {
            for (var name : List.of("b.md", "a.md", "README.md", ".c.md", "d.txt", "e.markdown")) {
                write(name, "---\ntitle: a\npublished: 2026-11-22\n---\nb\n");
            }
            Files.createDirectory(folder.resolve("f.md"));

            assertThat(read())
                    .extracting(loaded -> loaded.file().getFileName().toString())
                    .containsExactly("a.md", "b.md");
        }

        @Test
        void gives_the_articles_beside_a_broken_one() throws IOException {
            write("a.md", "---\ntitle: a\npublished: 2026-11-22\n---\nb\n");
            write("b.md", "b");

            assertThat(read()).hasExactlyElementsOfTypes(Loaded.Ready.class, Loaded.Broken.class);
        }

        @Test
        void that_is_not_there_is_named() {
            assertThatThrownBy(() -> ArticleFolder.read(folder.resolve("x"), VIETNAM))
                    .isInstanceOf(UnreadableFolder.class)
                    .hasMessage("The folder of articles " + folder.resolve("x") + " is not there; check the name.");
        }

        @Test
        void that_is_a_file_is_named() throws IOException {
            write("x", "");

            assertThatThrownBy(() -> ArticleFolder.read(folder.resolve("x"), VIETNAM))
                    .isInstanceOf(UnreadableFolder.class)
                    .hasMessageContaining("is a file; name the folder that it is in.");
        }
    }

    @Nested
    class The_articles_at_hand {
        @Test
        void that_are_samples_are_all_ready() {
            assertThat(ArticleFolder.read(ROOT.resolve("local/samples"), VIETNAM))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .hasOnlyElementsOfType(Loaded.Ready.class)
                    .allSatisfy(loaded -> assertThat(
                                    ((Loaded.Ready) loaded).article().card().title())
                            .startsWith("Bài mẫu"));
        }

        @Test
        void that_the_project_began_with_are_all_ready() {
            var seed = ROOT.resolve("../shared/seed");
            assumeTrue(Files.isDirectory(seed), "there is no folder ../shared/seed beside this copy");

            assertThat(ArticleFolder.read(seed, VIETNAM)).isNotEmpty().hasOnlyElementsOfType(Loaded.Ready.class);
        }
    }
}
