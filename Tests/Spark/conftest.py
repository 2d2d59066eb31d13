"""A Spark session of two cores, and programs that stand in for shudu."""

import os
import stat
import sys

import pytest
from pyspark.sql import SparkSession

# The workers are of the same Python.
os.environ["PYSPARK_PYTHON"] = sys.executable

# The built program.
SHUDU = os.environ["SHUDU"]

# Relays questions to shudu and does harm at row ROW, at most TIMES times on this machine.
HARM = """#!{python}
import os, subprocess, sys
child = subprocess.Popen([{shudu!r}, *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for line in sys.stdin.buffer:
    child.stdin.write(line)
    child.stdin.flush()
    answer = child.stdout.readline()
    if {mark!r} in line.decode() and len(os.listdir({folder!r})) < {times}:
        open(os.path.join({folder!r}, str(os.getpid())), "w").close()
        {harm}
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
child.stdin.close()
sys.exit(child.wait())
"""


@pytest.fixture(scope="session")
def spark():
    # A task may fail twice before its job does.
    builder = SparkSession.builder.master("local[2,3]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "400")
    session = builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture
def harmful(tmp_path):
    """Makes a program that runs a statement when a line has the mark."""

    def make(name: str, mark: str, harm: str, times: int = 1000) -> str:
        folder = tmp_path / "done"
        folder.mkdir(exist_ok=True)
        path = tmp_path / name
        path.write_text(
            HARM.format(
                python=sys.executable, shudu=SHUDU, mark=mark, folder=str(folder), times=times, harm=harm
            )
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return str(path)

    return make
