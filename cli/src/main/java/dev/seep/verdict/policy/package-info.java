/** What is allowed: the policy, its rules, and their file. */
@NullMarked
package dev.seep.verdict.policy;

import org.jspecify.annotations.NullMarked;
