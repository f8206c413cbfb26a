/**
 * The individual support plan (個別支援計画): made by the lead agency with the person from the result of a conference,
 * approved by the director, confirmed with her. All versions of a case's plan are one aggregate.
 */
@NullMarked
package jp.tsunagi.plan;

import org.jspecify.annotations.NullMarked;
