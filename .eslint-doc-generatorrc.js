/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
    ignoreConfig: ["all"],
    pathRuleDoc: "docs/rules/{name}.md",
    pathRuleList: "README.md",
    ruleDocTitleFormat: "name",
    ruleListColumns: ["name", "description", "configsError", "fixable", "hasSuggestions"],
};
