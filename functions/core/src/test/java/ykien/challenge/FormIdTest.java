package ykien.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Slug;

class FormIdTest {
    @Test
    void An_article_and_another_form_of_its_name_are_two_forms() {
        assertThat(FormId.under(new Slug("contact")).value()).isEqualTo("article:contact");
        assertThat(FormId.named("contact")).map(FormId::value).contains("form:contact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a--b", "Contact", "liên-hệ", "a b", "form:contact", "article:mua-he", ":", "a:b"})
    void No_other_text_names_a_form(String name) {
        assertThat(FormId.named(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "contact", "form:", "article:", ":contact", "other:contact", "form:article:mua-he", "FORM:x"
            })
    void No_other_text_is_one(String value) {
        assertThatThrownBy(() -> new FormId(value, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
