/**
 * Long campaigns against the built program: faults, soak, mutated inputs. Each writes its results to
 * {@code docs/reliability.md}. Start reading at {@link CampaignMain}.
 */
package org.faasnetlab.campaign;
