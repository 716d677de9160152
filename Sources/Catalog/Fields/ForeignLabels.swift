/// Labels of fields in other languages than English: German, French, Spanish, Portuguese, Chinese.
enum ForeignLabels {
    /// The labels in lower case with their fields.
    static let table: [EntryField: [String]] = [
        .symptoms: [
            "symptome", "fehlerbild", "symptôme", "symptômes", "problème", "síntoma", "síntomas",
            "problema", "sintoma", "sintomas", "症状", "现象", "问题现象", "问题描述", "错误信息",
        ],
        .causes: [
            "ursache", "ursachen", "grund", "causa", "causas", "causa raíz", "causa raiz",
            "posibles causas", "possíveis causas", "causes possibles", "原因", "可能原因", "根本原因",
        ],
        .checks: [
            "diagnose", "prüfung", "diagnóstico", "verificación", "vérification", "排查", "排查步骤",
            "排查方法", "诊断", "检查",
        ],
        .fixes: [
            "lösung", "lösungen", "behebung", "abhilfe", "maßnahmen", "résolution", "correction",
            "solución", "soluciones", "solução", "soluções", "correção", "解决方案", "解决方法",
            "解决步骤", "解决办法", "处理方法", "处理步骤",
        ],
        .validation: ["verificação", "überprüfung", "验证"],
    ]
}
