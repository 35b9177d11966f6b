package ykien.articles;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import ykien.article.PhotoName;
import ykien.http.Body;
import ykien.http.Response;

/// Photos in a private S3 bucket. A signed address ("Authenticating Requests: Using Query Parameters", Amazon S3 API
/// Reference) is local arithmetic: neither S3's client module nor the photo passes through the function.
final class SignedPhotos implements Photos {
    /// How long a signed address works, unless the role's credentials end first.
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    /// A redirect is kept for a third of the time that its address works.
    private static final int KEPT_SHARE = 3;

    private final URI bucket;
    private final String region;
    private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
    private final InstantSource clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /// @param bucket the bucket's own address, without a trailing slash
    SignedPhotos(
            URI bucket,
            String region,
            IdentityProvider<? extends AwsCredentialsIdentity> credentials,
            InstantSource clock) {
        this.bucket = bucket;
        this.region = region;
        this.credentials = credentials;
        this.clock = clock;
    }

    static SignedPhotos in(String bucket, InstantSource clock) {
        var region = new DefaultAwsRegionProviderChain().getRegion().id();
        return new SignedPhotos(
                URI.create("https://" + bucket + ".s3." + region + ".amazonaws.com"),
                region,
                DefaultCredentialsProvider.builder().build(),
                clock);
    }

    @Override
    public Response show(PhotoName photo) {
        var now = clock.instant();
        var identity = credentials.resolveIdentity().join();
        var lifetime = lifetime(identity, now);
        var kept = lifetime.dividedBy(KEPT_SHARE).toSeconds();
        return new Response(
                302,
                Map.of(
                        "location",
                        sign("/" + photo, identity, lifetime, now).toString(),
                        "cache-control",
                        "public, max-age=" + kept),
                List.of(),
                Body.EMPTY);
    }

    @Override
    public String origin() {
        return bucket.getScheme() + "://" + bucket.getAuthority();
    }

    /// A signed address for GET.
    URI sign(String key, AwsCredentialsIdentity identity, Duration lifetime, Instant now) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create(bucket + key))
                .build();
        return signer.sign(r -> r.identity(identity)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, lifetime)
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
                .request()
                .getUri();
    }

    private static Duration lifetime(AwsCredentialsIdentity identity, Instant now) {
        return identity.expirationTime()
                .map(end -> Duration.between(now, end))
                .filter(left -> left.compareTo(LIFETIME) < 0)
                .map(left -> left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left)
                .orElse(LIFETIME);
    }
}
