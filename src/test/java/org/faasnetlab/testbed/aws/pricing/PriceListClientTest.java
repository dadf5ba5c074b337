package org.faasnetlab.testbed.aws.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.faasnetlab.testbed.aws.account.AwsAccessException.Reason;
import org.faasnetlab.testbed.aws.pricing.PriceSource.Publisher;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testing.aws.PriceListAnswers;
import org.faasnetlab.testing.aws.StubAws;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceListClientTest {

    private final AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "eu-central-1a");
    private StubAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = StubAws.start();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void firstTierOfOnDemandPriceIsUsedWithRegionAndDate() {
        aws.answer("GetProducts", request -> PriceListAnswers.to(request.body()));

        PriceListClient.Found found = new PriceListClient(aws.account()).find(settings);

        assertThat(found.failure()).isEmpty();
        assertThat(found.table().serverHour("c6in.xlarge")).hasValueSatisfying(price -> {
            assertThat(price.dollars()).isEqualByComparingTo("0.2592");
            assertThat(price.source())
                    .isEqualTo(new PriceSource(Publisher.AWS, "eu-central-1", LocalDate.of(2026, 11, 20)));
        });
        assertThat(found.table().functionGbSecond(Architecture.X86_64).dollars())
                .isEqualByComparingTo("0.0000166667");
        assertThat(found.table().functionRequest().dollars()).isEqualByComparingTo("0.0000002");
        assertThat(found.table().s3Put().dollars()).isEqualByComparingTo("0.0000054");
        assertThat(found.table().s3Get().dollars()).isEqualByComparingTo("0.00000043");
        assertThat(found.table().diskGbHour().dollars()).isEqualByComparingTo("0.0001");
        assertThat(new TestbedCost(found.table())
                        .hour(settings)
                        .orElseThrow()
                        .basis()
                        .toString())
                .isEqualTo("Prices from the AWS price list for eu-central-1, 2026-11-20; excluding tax and discounts.");
        assertThat(aws.requests())
                .allSatisfy(request ->
                        assertThat(request.body()).contains("\"Field\":\"regionCode\"", "\"Value\":\"eu-central-1\""));
    }

    @Test
    void highestMatchingPriceIsUsed() {
        aws.answer("GetProducts", PriceListAnswers.products("0.3", "0.0", "0.4"));

        assertThat(new PriceListClient(aws.account())
                        .find(settings)
                        .table()
                        .serverHour("c6in.xlarge")
                        .orElseThrow()
                        .dollars())
                .isEqualByComparingTo("0.4");
    }

    @Test
    void bundledTableIsUsedWithoutPermission() {
        aws.refuse(
                "GetProducts",
                400,
                "AccessDeniedException",
                "User: ada is not authorized to perform: pricing:GetProducts because ...");

        PriceListClient.Found found = new PriceListClient(aws.account()).find(settings);

        assertThat(found.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.DENIED);
            assertThat(failure).hasMessageContaining("pricing:GetProducts");
        });
        assertThat(found.table()
                        .serverHour("c6in.xlarge")
                        .orElseThrow()
                        .source()
                        .publisher())
                .isEqualTo(Publisher.TABLE_UNVERIFIED);
        assertThat(aws.operations()).containsExactly("GetProducts");
    }

    @Test
    void missingOrUnparsablePricesComeFromBundledTable() {
        aws.answer(
                "GetProducts",
                request -> request.body().contains("S3-API") ? "{\"PriceList\":[]}" : "{\"PriceList\":[\"{}\"]}");

        PriceListClient.Found found = new PriceListClient(aws.account()).find(settings);

        assertThat(found.failure()).isEmpty();
        assertThat(found.table().s3Put()).isEqualTo(PriceTable.bundled().s3Put());
        assertThat(found.table().diskGbHour()).isEqualTo(PriceTable.bundled().diskGbHour());
    }
}
