/** Links between functions and what they measure against: none, or relays that simulate a network. */
@NullMarked
package org.faasnetlab.testbed.local.link;

import org.jspecify.annotations.NullMarked;
