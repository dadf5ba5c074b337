package org.faasnetlab.export.importing;

import java.time.Instant;
import org.faasnetlab.measure.Direction;

/**
 * What is known of a file besides its content.
 *
 * @param name of the file, for people
 * @param changedAt when the file was last changed
 * @param importedAt now
 * @param direction of transfers of which the file does not state it
 */
record ImportSource(String name, Instant changedAt, Instant importedAt, Direction direction) {}
