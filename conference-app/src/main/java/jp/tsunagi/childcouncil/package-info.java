/**
 * The link to the council for children requiring protection (要保護児童対策地域協議会): notifications when children witness
 * or suffer violence, and conferences held together with the council, with one agenda and separate records.
 */
@NullMarked
package jp.tsunagi.childcouncil;

import org.jspecify.annotations.NullMarked;
