// The grammar of Fief. No semicolons, newlines are white space, at most three tokens of lookahead, no ambiguity.
//
// Invariant of the grammar: a word that begins a declaration never occurs inside one (save `index` and `count` as a label
// or after `by`), so that it is always a safe place to resume after an error, and a file can be cut there before it is
// parsed. `spec/grammar.hpp` mirrors the rules in this order.
grammar Fief;

unit            : header decl* EOF ;
header          : 'system' name ;

decl            : importDecl | clockDecl | tableDecl | enumDecl | relationDecl | indexDecl | countDecl | eventDecl | revocationDecl
                | callDecl | kernelDecl | routineDecl | guardDecl | propertyDecl | authorityDecl | isolateDecl | waiveDecl
                | bootDecl ;

importDecl      : 'import' STRING ;
clockDecl       : 'clock' name 'latency' DURATION ;
tableDecl       : noun name keys? clause* fields? ;
enumDecl        : 'enum' name '{' name (',' name)* ','? '}' ;
relationDecl    : 'relation' name '(' name ',' name ')' name ;
indexDecl       : 'index' name 'by' word (',' word)* ;
countDecl       : 'count' name params? '=' binder ;
eventDecl       : 'event' name params ;
revocationDecl  : 'revocation' 'of' param revBody ;
callDecl        : 'call' name params 'by' param gives? block ;
kernelDecl      : 'kernel' name params gives? block ;
routineDecl     : 'routine' name params block ;
guardDecl       : 'guard' name params ('by' param)? '=' expr ;
propertyDecl    : ('invariant' | 'transition' | 'reachable') name ':' expr ;
authorityDecl   : 'authority' param 'over' param ':' expr ;
isolateDecl     : 'isolate' param 'by' 'view' viewBody ;
waiveDecl       : 'waive' name MEMBER* 'because' STRING ;
bootDecl        : 'boot' bootBody ;

// ---- tables: one form, five nouns; which clause suits which noun is the resolver's business
noun            : 'actor' | 'resource' | 'capability' | 'binding' | 'table' ;
keys            : '[' key (',' key)* ']' ;
key             : (name ':')? (INT | name) ;
clause          : 'owned' 'by' name | 'held' 'by' name | 'to' 'weak'? name | 'via' (name ':')? name | 'derived' | 'kept'
                | 'free' 'while' word 'is' (name | 'none' | 'true' | 'false') ;
fields          : '{' field* '}' ;
field           : 'rights' '{' name (',' name)* ','? '}' | word ':' type ;
type            : 'weak'? name MEMBER? '?'? | INT '..' INT ;

params          : '(' (param (',' param)*)? ')' ;
param           : name ':' type ;
gives           : 'gives' param (',' param)* ;
binder          : param ('where' expr)? ;

revBody         : '{' revItem* '}' ;
revItem         : phaseItem | forceItem | spareItem ;
phaseItem       : 'phase' name 'within' expr block ;
forceItem       : 'force' block ;
spareItem       : 'spare' expr ;

viewBody        : '{' viewItem* '}' ;
viewItem        : viewPart | viewFlow ;
viewPart        : binder shown? ;
viewFlow        : 'from' binder ;
shown           : '{' (word (',' word)* ','?)? '}' ;

// ---- statements: every one starts with its own keyword, or with a name followed by ( [ . or :=
block           : '{' stmt* '}' ;
stmt            : requireStmt | letStmt | newStmt | dropStmt | forStmt | pickStmt | ifStmt | emitStmt | enterStmt | forceStmt
                | routineStmt | assignStmt ;
requireStmt     : 'require' expr 'else' name ;
letStmt         : 'let' name '=' expr ;
newStmt         : 'new' (name ':')? name index? init ;
dropStmt        : 'drop' place ;
forStmt         : 'for' binder block ;
pickStmt        : 'pick' binder block ('else' block)? ;
ifStmt          : 'if' expr block ('else' (block | ifStmt))? ;
emitStmt        : 'emit' name args ;
enterStmt       : 'enter' name args ;
forceStmt       : 'force' args ;
routineStmt     : name args ;
assignStmt      : place ':=' expr ;
place           : name index? MEMBER* ;
index           : '[' expr (',' expr)* ']' ;
args            : '(' (expr (',' expr)*)? ')' ;
init            : '{' (initItem (',' initItem)* ','?)? '}' ;
initItem        : word ':' expr ;

// ---- expressions: stratified, so that nothing is settled by the order of alternatives
expr            : quantified | conditional | disjunction ('implies' expr)? ;
quantified      : ('forall' | 'exists' | 'no') param (',' param)* '|' expr ;
conditional     : 'if' expr 'then' expr 'else' expr ;
disjunction     : conjunction ('or' conjunction)* ;
conjunction     : negatable ('and' negatable)* ;
negatable       : negation | relation ;
negation        : 'not' negatable ;
relation        : sum ( ('<' | '<=' | '>' | '>=') sum
                      | 'is' 'not'? (stateWord | sum)
                      | 'in' sum
                      | 'within' sum
                      | 'strictly'? 'descends' 'from' sum )? ;
stateWord       : 'live' | 'current' | 'full' ;
sum             : atom (('+' | '-' | '&') atom)* ;
atom            : '(' expr ')' MEMBER*
                | rightsSet
                | INT | DURATION | 'none' | 'all' | 'true' | 'false' | 'now'
                | 'old' '(' expr ')' MEMBER*
                | 'called' name args?
                | 'emits' (name | 'force') args
                | name (index | args)? MEMBER* ;
rightsSet       : '{' (name (',' name)*)? '}' ;

bootBody        : '{' bootItem* '}' ;
bootItem        : bootRecord | bootFile ;
bootRecord      : name ('[' bootKey (',' bootKey)* ']')? init ;
bootFile        : name 'from' STRING ;
bootKey         : (name ':')? sum ('..' sum)? ;

// ---- names: words that only a header uses stay usable as names; after a dot, and as a label, any word is one
name            : WORD | soft ;
soft            : 'to' | 'via' | 'of' | 'from' | 'owned' | 'held' | 'derived' | 'kept' | 'latency' | 'over'
                | 'because' | 'phase' | 'spare' | 'gives' | 'rights' | 'free' | 'while'
                | 'view' ;
word            : name | 'live' | 'current' | 'full' | 'force' | 'index' | 'count' | 'all' ;

MEMBER          : '.' [a-zA-Z_] [a-zA-Z_0-9]* ;
STRING          : '"' ( '\\' ~[\r\n] | ~["\\\r\n] )* '"' ;
DURATION        : [0-9] [0-9_]* ('ns' | 'us' | 'ms' | 's' | 'min' | 'h') ;
INT             : [0-9] [0-9_]* | '0x' [0-9a-fA-F] [0-9a-fA-F_]* ;
WORD            : [a-zA-Z_] [a-zA-Z_0-9]* ;

// ---- what is not Fief, but is often written: reported, and read as what was meant
BADNUMBER       : [0-9] [0-9a-zA-Z_]* ;
BADSTRING       : '"' ( '\\' ~[\r\n] | ~["\\\r\n] )* '\\'? ;
SLIP            : ';' | '==' | '!=' | '<>' | '!' | '&&' | '||' | '->' | '=>' | '===' | '!==' ;

DOC             : '///' ~[\r\n]* -> channel(HIDDEN) ;
COMMENT         : '//' ~[\r\n]* -> channel(HIDDEN) ;
SPACE           : [ \t\r\n\u000C]+ -> skip ;
BAD             : . ;
