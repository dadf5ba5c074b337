package org.faasnetlab.campaign;

import java.util.List;

/**
 * What a campaign found.
 *
 * @param held whether the program did what it must do in every case
 * @param lines the results in Markdown
 */
record CampaignResult(boolean held, List<String> lines) {}
