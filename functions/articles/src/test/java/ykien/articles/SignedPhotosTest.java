package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import ykien.article.PhotoName;
import ykien.http.Response;

class SignedPhotosTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00.600Z");
    private static final URI BUCKET = URI.create("https://photos.s3.ap-southeast-1.amazonaws.com");
    private static final PhotoName PHOTO = new PhotoName("mua-he.0123456789abcdef.jpg");

    /// "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)", Amazon S3 API Reference.
    @Test
    void An_address_is_signed_as_in_the_documentation_of_S3() {
        var credentials =
                AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        var photos = new SignedPhotos(
                URI.create("https://examplebucket.s3.amazonaws.com"),
                "us-east-1",
                StaticCredentialsProvider.create(credentials),
                () -> NOW);

        var signed = photos.sign("/test.txt", credentials, Duration.ofDays(1), Instant.parse("2013-05-24T00:00:00Z"));

        assertThat(signed)
                .hasScheme("https")
                .hasHost("examplebucket.s3.amazonaws.com")
                .hasPath("/test.txt")
                .hasParameter("X-Amz-Algorithm", "AWS4-HMAC-SHA256")
                .hasParameter("X-Amz-Credential", "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request")
                .hasParameter("X-Amz-Date", "20130524T000000Z")
                .hasParameter("X-Amz-Expires", "86400")
                .hasParameter("X-Amz-SignedHeaders", "host")
                .hasParameter("X-Amz-Signature", "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    @Nested
    class A_redirect {
        @Test
        void leads_to_the_photo_in_the_bucket() {
            var response = showWithCredentialsEndingIn(Duration.ofHours(6));

            assertThat(response.status()).isEqualTo(302);
            assertThat(location(response))
                    .hasScheme("https")
                    .hasHost("photos.s3.ap-southeast-1.amazonaws.com")
                    .hasPath("/mua-he.0123456789abcdef.jpg")
                    .hasParameter("X-Amz-Security-Token", "session")
                    .hasParameter("X-Amz-Expires", "900");
            assertThat(response.header("cache-control")).isEqualTo("public, max-age=300");
        }

        /// Kept for a third of the time that the address works: a cache that hands it out at its last moment leaves the
        /// reader two thirds.
        @ParameterizedTest
        @CsvSource({"3600, 900, 300", "901, 900, 300", "600, 600, 200", "10, 10, 3", "2, 2, 0", "1, 1, 0"})
        void ends_with_the_credentials_and_is_kept_for_less(long left, long expires, long kept) {
            var response = showWithCredentialsEndingIn(Duration.ofSeconds(left));

            assertThat(location(response)).hasParameter("X-Amz-Expires", Long.toString(expires));
            assertThat(response.header("cache-control")).isEqualTo("public, max-age=" + kept);
        }

        /// The SDK renews credentials before they end; should it ever be late, the address is still well formed.
        @ParameterizedTest
        @ValueSource(longs = {500, 0, -1, -3_600_000})
        void with_credentials_that_have_ended_is_not_kept_at_all(long left) {
            var response = showWithCredentialsEndingIn(Duration.ofMillis(left));

            assertThat(location(response)).hasParameter("X-Amz-Expires", "1");
            assertThat(response.header("cache-control")).isEqualTo("public, max-age=0");
        }

        @Test
        void with_credentials_that_do_not_end_lives_its_full_time() {
            var photos = new SignedPhotos(
                    BUCKET,
                    "ap-southeast-1",
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")),
                    () -> NOW);

            assertThat(location(photos.show(PHOTO))).hasParameter("X-Amz-Expires", "900");
        }

        private static Response showWithCredentialsEndingIn(Duration left) {
            var credentials = AwsSessionCredentials.builder()
                    .accessKeyId("key")
                    .secretAccessKey("secret")
                    .sessionToken("session")
                    .expirationTime(NOW.plus(left))
                    .build();
            return new SignedPhotos(BUCKET, "ap-southeast-1", StaticCredentialsProvider.create(credentials), () -> NOW)
                    .show(PHOTO);
        }

        private static URI location(Response response) {
            return URI.create(response.header("location"));
        }
    }
}
