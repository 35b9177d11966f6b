package ykien.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class AssetTest {
    private static final List<Asset> ASSETS = List.of(Asset.STYLE_SHEET, Asset.ICON, Asset.FORM_SCRIPT);

    @Test
    void A_name_holds_a_hash_of_the_content() {
        assertThat(Asset.STYLE_SHEET.path()).matches("/assets/site\\.[0-9a-f]{12}\\.css");
        assertThat(Asset.ICON.path()).matches("/assets/icon\\.[0-9a-f]{12}\\.svg");
        assertThat(Asset.FORM_SCRIPT.path()).matches("/assets/form\\.[0-9a-f]{12}\\.js");
    }

    @Test
    void This_version_is_found_as_current() {
        var name = Asset.STYLE_SHEET.path().substring("/assets/".length());

        assertThat(Asset.find(name, ASSETS)).hasValue(new Asset.Found(Asset.STYLE_SHEET, true));
    }

    @Test
    void Another_version_is_found_as_not_current() {
        assertThat(Asset.find("site.0123456789ab.css", ASSETS)).hasValue(new Asset.Found(Asset.STYLE_SHEET, false));
    }

    @Test
    void What_has_no_such_name_is_not_found() {
        for (var name : new String[] {"", "site.css", "site..css", "site.0123456789ag.css", "icon.0123456789ab.css"}) {
            assertThat(Asset.find(name, ASSETS)).as(name).isEmpty();
        }
    }

    /// It travels compressed, once a year, to whoever reads an article.
    @Test
    void The_script_is_small() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(Asset.FORM_SCRIPT.body().bytes());
        }

        assertThat(zipped.size()).isLessThan(2 * 1024);
    }
}
