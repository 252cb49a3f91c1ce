"""``volteface check``."""

import click

_WRONG = 2


@click.command("check")
@click.argument("case")
@click.pass_context
def command(ctx: click.Context, case: str) -> None:
    """List every mistake in a case, with file, line and what is allowed.

    Warnings (an issue with few cues) do not stop a case from running.
    """
    from volteface.case import case_folder, check_case

    problems = check_case(case_folder(case))
    for problem in problems:
        click.echo(str(problem))
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    click.echo(f"{case}: {errors} errors, {warnings} warnings")
    if errors:
        ctx.exit(_WRONG)
