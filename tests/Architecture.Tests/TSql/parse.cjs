// Parses T-SQL batches: a JSON array of texts on standard input, one JSON array of complaints a batch on standard output.
const { CharStreams, CommonTokenStream } = require('antlr4ts');
const { CaseChangingStream } = require('antlr4ts-sql/dist/src/models/CaseChangingStream');
// The grammar alone: the package's own index loads those of four other dialects.
const { TSqlLexer } = require('antlr4ts-sql/dist/src/grammar-output/tsql/TSqlLexer');
const { TSqlParser } = require('antlr4ts-sql/dist/src/grammar-output/tsql/TSqlParser');

function complaints(text) {
  const found = [];
  const listener = {
    // The message lists every word that would have been allowed: hundreds.
    syntaxError: (recogniser, symbol, line, column, message) => found.push(`${line}:${column} ${message.slice(0, 100)}`),
  };
  const lexer = new TSqlLexer(new CaseChangingStream(CharStreams.fromString(text), true));
  const parser = new TSqlParser(new CommonTokenStream(lexer));
  for (const part of [lexer, parser]) {
    part.removeErrorListeners();
    part.addErrorListener(listener);
  }
  parser.tsql_file();
  return found;
}

const batches = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(batches.map(complaints)));
