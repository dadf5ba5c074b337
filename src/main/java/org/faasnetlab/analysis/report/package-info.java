/** What is concluded from a run, as tables and as a document. */
@NullMarked
package org.faasnetlab.analysis.report;

import org.jspecify.annotations.NullMarked;
