#!/usr/bin/env python3
"""Edit a reviewed corpus, and see where its decisions go.

    survival.py PROGRAM CORPUS/articles [COUNT] [-v]

Takes all articles, or COUNT of them; -v prints decisions that lost a fact which stands.
Every fact of the articles is accepted; then, each time from the same reviewed state,

1. a character is put before each sentence: every decision must go to the very fact it was about, by its place;
2. the paragraphs of each article are moved: likewise (torn pages stay: a moved stretch would end another sentence);
3. the team's lexicon changes: likewise, for the facts that are still extracted;
4. a sentence is deleted from each article: its decisions must be orphans, and all others stay.
"""
import json, os, random, re, shutil, sqlite3, subprocess, sys, tempfile


def main():
    program, articles = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        corpus = os.path.join(folder, "corpus")
        run(program, "init", corpus)
        names = sorted(name for name in os.listdir(articles) if name.endswith((".txt", ".md")))
        count = next((int(argument) for argument in sys.argv[3:] if argument.isdigit()), len(names))
        for name in names[:: max(1, len(names) // count)][:count]:
            shutil.copy(os.path.join(articles, name), os.path.join(corpus, "articles"))
        run(program, "process", corpus)
        facts = read(corpus, "SELECT fact.id, path, record FROM fact JOIN article ON article.id = article "
                             "JOIN file ON file.id = file")
        lines = "".join(json.dumps({"action": "accept", "fact": fact}) + "\n" for fact, _, _ in facts)
        path = os.path.join(folder, "lines")
        with open(path, "w") as file:
            file.write(lines)
        run(program, "decide", "--reviewer", "lin", corpus, path)
        sentences = read(corpus, "SELECT path, sentence.id, text, spans FROM sentence JOIN article ON article.id = article "
                                 "JOIN file ON file.id = file ORDER BY path, ordinal")
        wrong = 0
        for name, edit in (("a character before each sentence", insert), ("paragraphs moved", move),
                           ("another lexicon", lexicon), ("a sentence deleted", delete)):
            copy = os.path.join(folder, "copy")
            shutil.copytree(corpus, copy)
            expected = edit(copy, facts, sentences)
            run(program, "process", copy)
            wrong += judge(name, copy, facts, expected)
            shutil.rmtree(copy)
        sys.exit(1 if wrong else 0)


def run(program, *arguments):
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)


def read(corpus, query):
    with sqlite3.connect(os.path.join(corpus, ".shudu", "index.sqlite")) as index:
        return index.execute(query).fetchall()


def judge(name, corpus, facts, expected):
    """`expected`: for each fact the place its quote has now, None where it is gone."""
    place = lambda path, record: (path, json.dumps(json.loads(record)["quote"]["spans"]), json.loads(record)["quote"]["text"])
    present, where = {}, {}
    for fact, path, record in read(corpus, "SELECT fact.id, path, record FROM fact JOIN article ON article.id = article "
                                           "JOIN file ON file.id = file ORDER BY fact.row"):
        present.setdefault(place(path, record), []).append(fact)
        where[fact] = place(path, record)
    homes = dict(read(corpus, "SELECT fact, home FROM target"))
    kept = orphans = strays = lost = gone = 0
    for fact, path, record in facts:
        goal, home = expected(fact, path, record), homes[fact]
        still = goal in present if goal else False
        if home is None:
            orphans += 1
            lost += still
            if still and "-v" in sys.argv:
                print("  ", path, json.loads(record)["quote"]["text"], json.loads(record)["sentence"]["text"])
            gone += not still
        elif still and where[home] == goal:
            kept += 1
        else:
            strays += 1
    print(f"{name}: {len(facts)} decisions, {kept} kept exactly, {gone} orphans whose fact is gone, "
          f"{lost} orphans whose fact stands, {strays} carried to another fact")
    return lost + strays


def rewrite(corpus, path, change):
    """Changes an article; `change` takes its scalars."""
    name = os.path.join(corpus, path)
    with open(name, encoding="utf-8", newline="") as file:
        text = file.read()
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.write(change(text))


def insert(corpus, facts, sentences):
    starts = {}
    for path, _, _, spans in sentences:
        starts.setdefault(path, set()).add(json.loads(spans)[0][0])
    for path, places in starts.items():
        def change(text):
            for place in sorted(places, reverse=True):
                text = text[:place] + "※" + text[place:]
            return text
        rewrite(corpus, path, change)

    def expected(fact, path, record):
        shift = lambda place: place + sum(start <= place for start in starts[path])
        spans = [[shift(a), shift(b - 1) + 1] for a, b in json.loads(record)["quote"]["spans"]]
        return (path, json.dumps(spans), json.loads(record)["quote"]["text"])
    return expected


def move(corpus, facts, sentences):
    """Paragraphs that lie between blank lines change places, the last one first."""
    maps = {}
    for path in {path for path, _, _, _ in sentences}:
        if "torn" in path:
            maps[path] = []
            continue

        def change(text):
            head = re.match(r"---\n.*?\n---\n", text, re.S)
            start = head.end() if head else 0
            parts = re.split(r"(\n{2,})", text[start:])
            blocks, gaps = parts[0::2], parts[1::2]
            order = list(range(len(blocks)))
            # Titles and torn columns stay: only whole paragraphs of sentences move.
            whole = [i for i in order if blocks[i].rstrip().endswith("。") and not blocks[i].startswith("#")]
            for i, j in zip(whole, whole[::-1]):
                order[i] = j
            places, at, new = {}, start, []
            offsets, position = [], start
            for i, block in enumerate(blocks):
                offsets.append(position)
                position += len(block) + (len(gaps[i]) if i < len(gaps) else 0)
            for i, j in enumerate(order):
                places[j] = at
                new.append(blocks[j] + (gaps[i] if i < len(gaps) else ""))
                at += len(new[-1])
            maps[path] = [(offsets[j], offsets[j] + len(blocks[j]), places[j] - offsets[j]) for j in order]
            return text[:start] + "".join(new)
        rewrite(corpus, path, change)

    def expected(fact, path, record):
        def shift(place):
            return place + next((by for a, b, by in maps[path] if a <= place < b), 0)
        spans = [[shift(a), shift(b - 1) + 1] for a, b in json.loads(record)["quote"]["spans"]]
        return (path, json.dumps(spans), json.loads(record)["quote"]["text"])
    return expected


def lexicon(corpus, facts, sentences):
    with open(os.path.join(corpus, "lexicon", "word-classes.tsv"), "a", encoding="utf-8") as file:
        file.write("增加值\tnoun attribute\n总投资\tverb\n同比\tnoun\n")
    with open(os.path.join(corpus, "lexicon", "units.tsv"), "a", encoding="utf-8") as file:
        file.write("户人家\t{户}\tcount\t1\n")
    return lambda fact, path, record: (path, json.dumps(json.loads(record)["quote"]["spans"]), json.loads(record)["quote"]["text"])


def delete(corpus, facts, sentences):
    chance = random.Random(1)
    with_facts = {}
    for _, path, record in facts:
        with_facts.setdefault(path, set()).add(json.dumps(json.loads(record)["sentence"]["spans"]))
    cut = {}
    for path, choices in sorted(with_facts.items()):
        spans = json.loads(chance.choice(sorted(choices)))
        cut[path] = spans
        def change(text):
            for a, b in sorted(spans, reverse=True):
                text = text[:a] + text[b:]
            return text
        rewrite(corpus, path, change)

    def expected(fact, path, record):
        record = json.loads(record)
        if record["sentence"]["spans"] == cut[path]:
            return None
        shift = lambda place: place - sum(min(b, place) - a for a, b in cut[path] if a < place)
        spans = [[shift(a), shift(b)] for a, b in record["quote"]["spans"]]
        return (path, json.dumps(spans), record["quote"]["text"])
    return expected


main()
