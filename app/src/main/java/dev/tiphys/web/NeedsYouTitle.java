package dev.tiphys.web;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/// Begins the title of every page with "Needs you" while something waits for the person who looks, so that the
/// browser's tab says so. Each page writes its own title, so it is done where titles are rendered.
@Component
class NeedsYouTitle extends AbstractProcessorDialect {

    private static final int AFTER_THE_TEXT = 10_000;

    NeedsYouTitle() {
        super("needs you", null, AFTER_THE_TEXT);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Title());
    }

    private static final class Title extends AbstractElementTagProcessor {

        Title() {
            super(TemplateMode.HTML, null, "title", false, null, false, AFTER_THE_TEXT);
        }

        @Override
        protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
                IElementTagStructureHandler structure) {
            boolean drawn = context.getElementStack().stream()
                    .anyMatch(element -> element.getElementCompleteName().equals("svg"));
            if (!drawn && context.getVariable("frame") instanceof Frame frame && frame.needsYou()) {
                IModelFactory models = context.getModelFactory();
                String words = context.getMessage(NeedsYouTitle.class, "frame.needs-you", new Object[0], true);
                structure.insertImmediatelyAfter(models.createModel(models.createText(words + " · ")), false);
            }
        }
    }
}
