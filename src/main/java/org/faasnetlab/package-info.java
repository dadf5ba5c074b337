/** FaaS Network Lab: what all packages share. */
@NullMarked
package org.faasnetlab;

import org.jspecify.annotations.NullMarked;
