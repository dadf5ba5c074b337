package org.faasnetlab.ui.common.session;

import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.cost.Prices;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a testbed on AWS.
 *
 * @param functions of functions and their requests to S3
 * @param architecture of the functions
 * @param serversUsdPerHour all servers for an hour in US dollars, or null if their price is not known
 * @param basis where the prices come from, a whole sentence
 */
public record RunPrices(
        Prices functions,
        CostModel.Architecture architecture,
        @Nullable Double serversUsdPerHour,
        String basis) {}
