package jp.tsunagi.agency;

/** What an agency is, in the terms of the guidelines. */
public enum AgencyKind {
    /** 市町村. */
    MUNICIPALITY,
    /** 女性相談支援センター: decides and convenes. There is one. */
    WOMENS_SUPPORT_CENTER,
    /** 民間シェルター: where it lies is written nowhere. */
    PRIVATE_SHELTER,
    /** 警察. */
    POLICE,
    /** 児童相談所. */
    CHILD_GUIDANCE_CENTER,
    /** 福祉事務所. */
    WELFARE_OFFICE,
    /** 保健所・保健センター. */
    HEALTH_CENTER,
    /** 医療機関. */
    MEDICAL_INSTITUTION,
    /** 学校・教育委員会. */
    EDUCATION,
    /** 女性自立支援施設. */
    SELF_RELIANCE_FACILITY,
    /** 母子生活支援施設. */
    MOTHER_AND_CHILD_FACILITY,
    /** 裁判所・法テラス. */
    COURT_LEGAL_AID,
    /** 振興局. */
    SUBPREFECTURE,
    /** Any other. */
    OTHER
}
