/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
    configEmoji: [["strict", "🔎"]],
    ignoreConfig: ["all"],
    pathRuleDoc: "docs/rules/{name}.md",
    pathRuleList: "README.md",
    ruleDocTitleFormat: "name",
    // Every page has the section, with "None." where a rule has no options; the generator would forbid that.
    ruleDocSectionOptions: false,
    ruleListColumns: ["name", "description", "configsError", "fixable", "hasSuggestions"],
};
